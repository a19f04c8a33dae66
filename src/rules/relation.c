/* `relations:`, what a finding is called, by the two voices. */
#include "rules/loading.h"

static const struct schema table_schema = {"relations",
                                           {[ROW_OUTLET_OUTLET] = {"outlet-outlet", A_MAP, false},
                                            [ROW_OUTLET_SPEAKER] = {"outlet-speaker", A_MAP, false},
                                            [ROW_SAME_SPEAKER] = {"same-speaker", A_MAP, false},
                                            [ROW_SPEAKERS] = {"speakers", A_MAP, false}}};

static const struct schema row_schema = {"a row of relations",
                                         {{"contradiction", A_MAP, true}, {"tension", A_MAP, true}}};
static const struct schema cell_schema = {"a relation", {{"relation", A_TEXT, true}, {"severity", A_TEXT, true}}};

static bool read_cell(struct loading *l, const struct node *n, struct text *relation, struct text *severity) {
    static const char *const relations[] = {"contradiction", "tension", "dispute", "reversal", "update", NULL};
    static const char *const severities[] = {"note", "warning", "error", NULL};
    const struct node *values[MAX_SCHEMA_KEYS];
    int index;
    if (!schema_read(n, &cell_schema, values, l->error) ||
        !schema_choice(values[0], "relation", relations, &index, l->error) ||
        !schema_choice(values[1], "severity", severities, &index, l->error))
        return false;
    *relation = loading_keep(l, values[0]);
    *severity = loading_keep(l, values[1]);
    return true;
}

bool relation_read_all(struct loading *l, const struct node *section) {
    const struct node *rows[MAX_SCHEMA_KEYS], *cells[MAX_SCHEMA_KEYS];
    if (!schema_read(section, &table_schema, rows, l->error)) return false;
    for (int i = 0; i < RELATION_ROWS; i++) {
        struct relation_rule *row = &l->rules->relations[i];
        if (!rows[i]) continue;
        if (row->relation.length)
            return yaml_error(l->error, rows[i], "\"%s\" of relations is already defined", table_schema.keys[i].name);
        if (!schema_read(rows[i], &row_schema, cells, l->error) ||
            !read_cell(l, cells[0], &row->relation, &row->severity) ||
            !read_cell(l, cells[1], &row->tension_relation, &row->tension_severity))
            return false;
    }
    return true;
}
