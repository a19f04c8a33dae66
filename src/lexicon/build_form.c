/* Writes all that is known of every word form, so that a look-up is one probe: the entries, all that the suffix rules
 * make of them, and the words of our lists. */
#include <stdlib.h>

#include "lexicon/build.h"

#include "base/figure_word.h"
#include "base/grammar.h"
#include "base/trait.h"
#include "lexicon/analysis.h"
#include "lexicon/suffix.h"
#include "lexicon/usage.h"

enum { FORM_HASH_BITS = 32 - FORM_BITS, BASES = 6 };

struct written {
    struct lexeme lexeme;
    uint32_t offset; /* among the forms */
};

struct form_writer {
    const struct lexicon *table;
    struct symbols forms, kinds;
    struct arena arena;
    LIST(struct written) written; /* item s - 1 belongs to symbol s of the forms */
    struct buffer slots, records;
    bool failed;
};

static struct text base_of(const struct lexeme *l, size_t number) {
    return number == 0 ? l->noun : number == 1 ? l->verb : number == 2 ? l->adjective : l->poles[number - 3];
}

/* And its base forms, should they not be there. */
static void add_known(struct form_writer *f, struct text form) {
    struct lexeme lexeme;
    if (form.length > 255 || symbols_find(&f->forms, form) || !analysis_find(f->table, form, &lexeme)) return;
    struct written *w = symbols_intern(&f->forms, form) ? list_add(&f->arena, &f->written) : NULL;
    if (w) w->lexeme = lexeme;
    else f->failed = true;
    for (size_t i = 0; i < BASES && !f->failed; i++) add_known(f, base_of(&lexeme, i));
}

static void add_form(struct form_writer *f, struct text form) {
    if (form.length && !memchr(form.bytes, ' ', form.length)) add_known(f, form);
}

static void add_list(struct form_writer *f, struct text (*form)(size_t i)) {
    for (size_t i = 0; form(i).length; i++) add_form(f, form(i));
}

static void add_lists(struct form_writer *f) {
    add_list(f, grammar_form);
    add_list(f, usage_form);
    add_list(f, trait_form);
    for (uint16_t row = 1; figure_word_row(row) != figure_word_row(0); row++) add_form(f, figure_word_row(row)->text);
}

static bool is_common(const struct word_entry *e) {
    for (size_t class = 0; class < CLASS_COUNT; class++)
        if (e->readings[class].present && e->readings[class].count) return true;
    return false;
}

/* The common ones first, for what is often asked for to lie together. */
static void add_entries(struct form_writer *f, struct wordnet *w, bool common) {
    struct buffer inflected = {0};
    for (symbol s = 1; s <= w->words.count; s++) {
        const struct word_entry *entry = wordnet_word(w, s);
        struct text base = symbols_text(&w->symbols, s);
        if (!entry->kept || is_common(entry) != common) continue;
        add_form(f, base);
        for (int rule = 0; rule < suffix_rules(); rule++)
            if (suffix_apply(rule, base, &inflected)) add_form(f, buffer_view(&inflected));
    }
    f->failed |= inflected.failed;
    buffer_release(&inflected);
}

struct further {
    struct text bases[BASES]; /* that are not the form itself, each once */
    unsigned char which[BASES]; /* enum kind_base of each class */
    size_t count;
};

static struct further further_bases(const struct lexeme *l, struct text form) {
    struct further f = {.count = 0};
    for (size_t i = 0; i < BASES; i++) {
        struct text base = base_of(l, i);
        size_t at = 0;
        while (at < f.count && !text_equal(f.bases[at], base)) at++;
        bool further = base.length && !text_equal(base, form);
        if (further && at == f.count) f.bases[f.count++] = base;
        f.which[i] = (unsigned char)(further ? BASE_OTHER + at : base.length ? BASE_ITSELF : BASE_NONE);
    }
    return f;
}

static uint32_t kind_number(struct form_writer *f, const struct lexeme *l, const struct further *further) {
    struct buffer b = {0};
    bool poles = l->poles[0].length || l->poles[1].length || l->poles[2].length;
    unsigned flags = (l->plural ? KIND_PLURAL : 0u) | (poles ? KIND_POLES : 0u);
    put_number(&b, l->classes, 1);
    put_number(&b, l->likely, 1);
    put_number(&b, l->verb_forms, 1);
    put_number(&b, flags, 1);
    for (size_t i = 0; i < BASES; i++) put_number(&b, further->which[i], 1);
    put_number(&b, l->noun_kinds, 1);
    put_number(&b, l->grammar, 1);
    put_number(&b, l->usage, 4);
    put_number(&b, l->traits, 4);
    put_number(&b, l->figure, 2);
    symbol kind = b.failed ? 0 : symbols_intern(&f->kinds, buffer_view(&b));
    buffer_release(&b);
    f->failed |= !kind || kind > UINT16_MAX;
    return kind - 1;
}

static void place_forms(struct form_writer *f) {
    uint32_t offset = 0;
    for (size_t i = 0; i < f->forms.texts.count; i++) {
        struct written *w = &f->written.items[i];
        struct text form = f->forms.texts.items[i];
        size_t bases = further_bases(&w->lexeme, form).count;
        w->offset = offset;
        offset += (uint32_t)(sizeof(struct table_form) + form.length + FORM_BASE_BYTES * bases);
    }
    f->failed |= offset >= FORM_MASK;
}

static void put_form(struct form_writer *f, size_t i) {
    struct text form = f->forms.texts.items[i];
    const struct lexeme *lexeme = &f->written.items[i].lexeme;
    struct further further = further_bases(lexeme, form);
    put_number(&f->records, kind_number(f, lexeme, &further), 2);
    put_number(&f->records, (uint32_t)form.length, 1);
    buffer_text(&f->records, form);
    for (size_t base = 0; base < further.count; base++) {
        symbol s = symbols_find(&f->forms, further.bases[base]);
        f->failed |= !s;
        if (s) put_number(&f->records, f->written.items[s - 1].offset, FORM_BASE_BYTES);
    }
}

static uint32_t put_form_slots(struct form_writer *f) {
    uint32_t count = 1024;
    while (count * 3 < f->forms.texts.count * 4) count *= 2;
    uint32_t *slots = calloc(count, sizeof *slots);
    for (size_t i = 0; slots && i < f->forms.texts.count; i++) {
        uint64_t hash = text_hash(f->forms.texts.items[i]);
        uint32_t at = (uint32_t)hash & (count - 1);
        while (slots[at]) at = (at + 1) & (count - 1);
        slots[at] = (f->written.items[i].offset + 1) | (uint32_t)(hash >> (64 - FORM_HASH_BITS)) << FORM_BITS;
    }
    for (uint32_t i = 0; slots && i < count; i++) put_number(&f->slots, slots[i], 4);
    f->failed |= !slots;
    free(slots);
    return count;
}

static void set_number(struct buffer *out, size_t at, size_t value) {
    for (size_t i = 0; i < 4; i++) out->bytes[at + i] = (char)(value >> (8 * i) & 0xff);
}

static void put_parts(struct form_writer *f, uint32_t slot_count, struct buffer *out) {
    set_number(out, offsetof(struct lexicon, form_slot_count), slot_count);
    set_number(out, offsetof(struct lexicon, form_slots), out->length);
    buffer_text(out, buffer_view(&f->slots));
    set_number(out, offsetof(struct lexicon, form_kinds), out->length);
    for (size_t i = 0; i < f->kinds.texts.count; i++) buffer_text(out, f->kinds.texts.items[i]);
    set_number(out, offsetof(struct lexicon, forms), out->length);
    buffer_text(out, buffer_view(&f->records));
}

/* The table grows, and may move, only when nothing looks into it any more. */
void forms_write(struct wordnet *w, struct buffer *out) {
    struct form_writer f = {.table = (const struct lexicon *)out->bytes, .failed = out->failed};
    if (!f.failed) {
        add_lists(&f);
        add_entries(&f, w, true);
        add_entries(&f, w, false);
    }
    if (!f.failed) place_forms(&f);
    for (size_t i = 0; !f.failed && i < f.forms.texts.count; i++) put_form(&f, i);
    uint32_t slot_count = f.failed ? 0 : put_form_slots(&f);
    out->failed |= f.failed || f.slots.failed || f.records.failed;
    if (!out->failed) put_parts(&f, slot_count, out);
    symbols_release(&f.forms);
    symbols_release(&f.kinds);
    buffer_release(&f.slots);
    buffer_release(&f.records);
    arena_release(&f.arena);
}
