#include "config/key.h"

static const char *const fail_levels[] = {"error", "warning", "note", "never", NULL};
static const char *const severities[] = {"error", "warning", "note", "off", NULL};
static const char *const steps[] = {"raise", "same", "lower", NULL};

static const struct key keys[] = {{"packs", KEY_NAMES, NULL, NULL},
                                  {"rules", KEY_PATHS, NULL, NULL},
                                  {"archives", KEY_PATHS, NULL, NULL},
                                  {"waivers", KEY_PATH, NULL, NULL},
                                  {"outlet", KEY_NAME, NULL, NULL},
                                  {"fail-level", KEY_WORD, fail_levels, "warning"},
                                  {"severities.relations.contradiction", KEY_WORD, severities, NULL},
                                  {"severities.relations.tension", KEY_WORD, severities, NULL},
                                  {"severities.relations.dispute", KEY_WORD, severities, NULL},
                                  {"severities.relations.reversal", KEY_WORD, severities, NULL},
                                  {"severities.relations.update", KEY_WORD, severities, NULL},
                                  {"severities.propositions.*", KEY_WORD, severities, NULL},
                                  {"weights.headline", KEY_WORD, steps, "same"},
                                  {"weights.summary", KEY_WORD, steps, "same"},
                                  {"weights.caption", KEY_WORD, steps, "same"}};

enum { KEYS = sizeof keys / sizeof *keys };

const struct key *key_at(size_t index) {
    return index < KEYS ? &keys[index] : NULL;
}

bool key_is_list(const struct key *k) {
    return k->kind == KEY_NAMES || k->kind == KEY_PATHS;
}

bool key_is_open(const struct key *k) {
    return text_ends(text_of(k->name), TEXT(".*"));
}

const struct key *key_of(struct text name) {
    for (size_t i = 0; i < KEYS; i++) {
        struct text known = text_of(keys[i].name);
        if (text_equal(known, name)) return &keys[i];
        struct text before = text_slice(known, 0, known.length - 1);
        if (key_is_open(&keys[i]) && text_starts(name, before) && name.length > before.length) return &keys[i];
    }
    return NULL;
}

static struct text below(const struct key *k, struct text prefix) {
    struct text name = text_of(k->name);
    return text_starts(name, prefix) ? text_slice(name, prefix.length, name.length) : TEXT("");
}

struct text key_part(const struct key *k, struct text prefix) {
    struct text rest = below(k, prefix);
    const char *dot = rest.length ? memchr(rest.bytes, '.', rest.length) : NULL;
    return dot ? text_slice(rest, 0, (size_t)(dot - rest.bytes)) : rest;
}

const struct key *key_below(struct text prefix, struct text part) {
    for (size_t i = 0; i < KEYS; i++) {
        struct text next = key_part(&keys[i], prefix);
        bool last = next.length && next.length == below(&keys[i], prefix).length;
        if (last && (text_equal(next, part) || (part.length && text_equal(next, TEXT("*"))))) return &keys[i];
    }
    return NULL;
}

bool key_is_map(struct text prefix, struct text part) {
    for (size_t i = 0; part.length && i < KEYS; i++)
        if (text_equal(key_part(&keys[i], prefix), part)) return true;
    return false;
}
