#include "report/json_date.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

/* All fields are whole numbers of these bounds; what date_none() has is left out. */
static const struct date_field {
    const char *name;
    size_t offset, size;
    int32_t least, most;
} fields[] = {
#define FIELD(name, least, most)                                                                                       \
    { #name, offsetof(struct date, name), sizeof(((struct date *)0)->name), least, most }
    FIELD(year, INT32_MIN, INT32_MAX),
    FIELD(last_year, INT32_MIN, INT32_MAX),
    FIELD(month, 0, 12),
    FIELD(last_month, 0, 12),
    FIELD(day, 0, 31),
    FIELD(last_day, 0, 31),
    FIELD(weekday, -1, 6),
    FIELD(quarter, 0, 4),
    FIELD(season, -1, 3),
    FIELD(part, -1, 3),
    FIELD(bound, 0, DATE_AFTER),
    FIELD(next_favoured, 0, 1),
    FIELD(relative, 0, 1),
    FIELD(past_first, INT32_MIN, INT32_MAX),
    FIELD(past_end, INT32_MIN, INT32_MAX),
    FIELD(next_first, INT32_MIN, INT32_MAX),
    FIELD(next_end, INT32_MIN, INT32_MAX),
#undef FIELD
};

enum { FIELDS = sizeof fields / sizeof *fields };

static int64_t get(const struct date *d, const struct date_field *f) {
    const char *at = (const char *)d + f->offset;
    int32_t wide;
    int8_t narrow;
    if (f->size == sizeof wide) return memcpy(&wide, at, sizeof wide), wide;
    return memcpy(&narrow, at, sizeof narrow), narrow;
}

static void set(struct date *d, const struct date_field *f, int32_t value) {
    char *at = (char *)d + f->offset;
    int8_t narrow = (int8_t)value;
    memcpy(at, f->size == sizeof value ? (const void *)&value : (const void *)&narrow, f->size);
}

void json_said_date(struct buffer *out, const struct date *d) {
    struct date none = date_none();
    bool open = false;
    for (size_t i = 0; i < FIELDS; i++) {
        int64_t value = get(d, &fields[i]);
        if (value == get(&none, &fields[i])) continue;
        if (!open) json_open(out, '{');
        open = true;
        json_key(out, fields[i].name);
        json_number(out, (double)value);
    }
    if (open)
        json_close(out, '}');
    else
        json_null(out);
}

static bool read_field(const cJSON *v, struct date *out) {
    for (size_t i = 0; i < FIELDS; i++) {
        if (strcmp(fields[i].name, v->string) != 0) continue;
        double value = cJSON_IsNumber(v) ? v->valuedouble : NAN;
        if (!(value >= fields[i].least && value <= fields[i].most) || floor(value) != value) return false;
        set(out, &fields[i], (int32_t)value);
        return true;
    }
    return false;
}

bool json_said_date_read(const cJSON *v, struct date *out) {
    *out = date_none();
    if (cJSON_IsNull(v)) return true;
    if (!cJSON_IsObject(v)) return false;
    for (const cJSON *item = v->child; item; item = item->next)
        if (!read_field(item, out)) return false;
    return true;
}
