/* Looking a word form up: one probe of the table of forms that build_form.c wrote. */
#include "lexicon/lexicon.h"

#include "lexicon/entry.h"

extern const struct lexicon lexicon_table; /* from the assembly that build.c writes */

const struct lexicon *lexicon_builtin(void) {
    return &lexicon_table;
}

static const unsigned char *part(const struct lexicon *l, const unsigned char offset[4]) {
    return (const unsigned char *)l + read_u32(offset);
}

static inline uint32_t read_u16(const unsigned char *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static struct text form_text(const unsigned char *form) {
    return (struct text){(const char *)form + sizeof(struct table_form), form[offsetof(struct table_form, length)]};
}

static const unsigned char *form_find(const struct lexicon *l, struct text form, uint64_t hash) {
    const unsigned char *slots = part(l, l->form_slots), *forms = part(l, l->forms);
    uint32_t mask = read_u32(l->form_slot_count) - 1, mark = (uint32_t)(hash >> (32 + FORM_BITS));
    for (uint32_t at = (uint32_t)hash & mask;; at = (at + 1) & mask) {
        uint32_t slot = read_u32(slots + 4 * (size_t)at);
        if (!slot) return NULL;
        if (slot >> FORM_BITS != mark) continue;
        const unsigned char *found = forms + (slot & FORM_MASK) - 1;
        if (text_equal_short(form_text(found), form)) return found;
    }
}

static struct text base_text(const struct lexicon *l, const unsigned char *form, unsigned which) {
    struct text text = form_text(form);
    if (which == BASE_NONE) return TEXT("");
    if (which == BASE_ITSELF) return text;
    const unsigned char *at = (const unsigned char *)text.bytes + text.length + FORM_BASE_BYTES * (which - BASE_OTHER);
    return form_text(part(l, l->forms) + (read_u16(at) | (uint32_t)at[2] << 16));
}

bool lexicon_find(const struct lexicon *l, struct text lower_case_form, uint64_t hash, struct lexeme *out) {
    const unsigned char *form = form_find(l, lower_case_form, hash);
    if (!form) {
        *out = (struct lexeme){0};
        return false;
    }
    const struct table_kind *kind = (const struct table_kind *)part(l, l->form_kinds) + read_u16(form);
    *out = (struct lexeme){.classes = kind->classes,
                           .likely = kind->likely,
                           .verb_forms = kind->verb_forms,
                           .plural = kind->flags & KIND_PLURAL,
                           .noun_kinds = kind->noun_kinds,
                           .grammar = kind->grammar,
                           .figure = (uint16_t)read_u16(kind->figure),
                           .usage = read_u32(kind->usage),
                           .traits = read_u32(kind->traits),
                           .noun = base_text(l, form, kind->bases[0]),
                           .verb = base_text(l, form, kind->bases[1]),
                           .adjective = base_text(l, form, kind->bases[2])};
    if (kind->flags & KIND_POLES)
        for (size_t i = 0; i < 3; i++) out->poles[i] = base_text(l, form, kind->bases[3 + i]);
    return kind->classes != 0;
}
