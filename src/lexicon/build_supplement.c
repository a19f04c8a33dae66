/* Reads supplement.txt: lines of "directive: words"; a line without a colon goes on with the directive above it. */
#include <stdio.h>
#include <string.h>

#include "lexicon/build.h"

enum action { ADD, DROP, ONLY, LIKELY, FORM, PLURAL, PERSON, APART, OPPOSITE, SAME, DERIVED };

struct directive {
    const char *name;
    enum action action;
    uint32_t value; /* a class, or verb forms */
};

static const struct directive directives[] = {
    {"noun", ADD, CLASS_NOUN},
    {"verb", ADD, CLASS_VERB},
    {"adjective", ADD, CLASS_ADJECTIVE},
    {"adverb", ADD, CLASS_ADVERB},
    {"person", PERSON, CLASS_NOUN},
    {"plural", PLURAL, CLASS_NOUN},
    {"drop", DROP, 0},
    {"only noun", ONLY, CLASS_NOUN},
    {"only verb", ONLY, CLASS_VERB},
    {"only adjective", ONLY, CLASS_ADJECTIVE},
    {"only adverb", ONLY, CLASS_ADVERB},
    {"likely noun", LIKELY, CLASS_NOUN},
    {"likely verb", LIKELY, CLASS_VERB},
    {"likely adjective", LIKELY, CLASS_ADJECTIVE},
    {"likely adverb", LIKELY, CLASS_ADVERB},
    {"present", FORM, FORM_S},
    {"past", FORM, FORM_PAST},
    {"participle", FORM, FORM_PARTICIPLE},
    {"past participle", FORM, FORM_PAST | FORM_PARTICIPLE},
    {"not opposite", APART, 0},
    {"opposite verb", OPPOSITE, CLASS_VERB},
    {"same noun", SAME, CLASS_NOUN},
    {"noun from verb", DERIVED, CLASS_VERB},
};

static const struct directive *find_directive(struct text name) {
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++)
        if (text_equal(text_of(directives[i].name), name)) return &directives[i];
    return NULL;
}

/* Forms that the suffix rules make are limited too. */
static void keep_classes(struct word_entry *entry, uint32_t classes) {
    for (size_t class = 0; class < CLASS_COUNT; class++)
        if (!(classes >> class & 1)) entry->readings[class].present = false;
    entry->flags |= (uint8_t)(ENTRY_LIMITED | classes << ENTRY_CLASS_SHIFT);
}

static void add_class(struct word_entry *entry, uint32_t classes) {
    for (size_t class = 0; class < CLASS_COUNT; class++)
        if (classes >> class & 1) entry->readings[class].present = true;
}

static size_t number_of_class(uint32_t class) {
    return class == CLASS_NOUN ? 0 : class == CLASS_VERB ? 1 : class == CLASS_ADJECTIVE ? 2 : 3;
}

/* "word=other"; false when the other word is not what the directive needs. */
static bool apply_pair(struct wordnet *w, const struct directive *d, struct text pair) {
    size_t at = 0;
    while (at < pair.length && pair.bytes[at] != '=') at++;
    size_t class = number_of_class(d->value);
    symbol word = 0, other = 0;
    wordnet_intern(w, text_slice(pair, 0, at), &word);
    wordnet_intern(w, text_slice(pair, at + 1, pair.length), &other);
    if (!word || !other || !wordnet_word(w, other)->readings[class].present) return false;
    switch (d->action) {
    case OPPOSITE: relate_antonyms(w, (uint32_t)class, word, other); break;
    case SAME: wordnet_word(w, word)->readings[class] = wordnet_word(w, other)->readings[class]; break;
    default: wordnet_word(w, word)->verb_of = other; break;
    }
    wordnet_word(w, word)->kept = true;
    return true;
}

static bool apply(struct wordnet *w, const struct directive *d, struct text word) {
    if (d->action >= OPPOSITE) return apply_pair(w, d, word);
    struct word_entry *entry = wordnet_intern(w, word, NULL);
    if (!entry) return false;
    switch (d->action) {
    case ADD: add_class(entry, d->value); break;
    case DROP: keep_classes(entry, 0); break;
    case ONLY: keep_classes(entry, d->value); break;
    case LIKELY: entry->likely = (uint8_t)d->value; break;
    case FORM: entry->verb_forms |= (uint8_t)d->value; break;
    case APART: entry->apart = true; break;
    case PLURAL: entry->flags |= ENTRY_PLURAL; break;
    case PERSON:
        add_class(entry, d->value);
        entry->flags |= ENTRY_PERSON;
        break;
    default: break;
    }
    entry->kept = true;
    return true;
}

/* A base form that is also a form of itself ("cut", "come") says so like an irregular one. */
static void mark_forms(struct wordnet *w) {
    for (size_t i = 0; i < w->words.count; i++) {
        struct word_entry *entry = &w->words.items[i];
        struct text t = symbols_text(&w->symbols, (symbol)i + 1);
        uint8_t forms = entry->verb_forms;
        bool own = forms != 0;
        if (!forms) forms = text_ends(t, TEXT("ing")) ? FORM_ING : FORM_PAST | FORM_PARTICIPLE;
        for (size_t j = 0; j < entry->forms.count; j++) {
            if (entry->forms.items[j].class != 1) continue;
            entry->forms.items[j].verb_forms = forms;
            own = false;
        }
        if (own && entry->readings[1].present)
            wordnet_add_form(w, (symbol)i + 1, (struct form){.class = 1, .base = (symbol)i + 1, .verb_forms = forms});
    }
}

static const struct directive *start_directive(struct text *line) {
    size_t colon = (size_t)((const char *)memchr(line->bytes, ':', line->length) - line->bytes);
    const struct directive *d = find_directive(text_slice(*line, 0, colon));
    *line = text_slice(*line, colon + 1, line->length);
    return d;
}

static bool apply_line(struct wordnet *w, const struct directive *d, struct text line) {
    for (struct text word; (word = next_field(&line)).length;)
        if (!d || !apply(w, d, word)) return false;
    return true;
}

bool supplement_read(struct wordnet *w, const char *path) {
    struct buffer file = {0};
    bool good = read_file("", path, &file);
    struct text rest = buffer_view(&file), line;
    const struct directive *d = NULL;
    for (size_t number = 1; good && next_line(&rest, &line); number++) {
        if (!line.length || line.bytes[0] == '#') continue;
        if (memchr(line.bytes, ':', line.length)) d = start_directive(&line);
        good = apply_line(w, d, line);
        if (!good) fprintf(stderr, "%s:%zu: unknown directive or word\n", path, number);
    }
    mark_forms(w);
    buffer_release(&file);
    return good;
}
