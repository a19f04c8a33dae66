#include "lexicon/suffix.h"

#include <string.h>

/* What the base must end in for a rule to apply to it. */
enum ending {
    END_ANY,
    END_PLAIN_S,   /* takes a bare -s */
    END_SIBILANT,  /* takes -es */
    END_Y,         /* a consonant and y, which becomes i */
    END_E,         /* drops its e, or takes -d, -r, -st */
    END_KEPT_E,    /* keeps its e before -ing: agreeing, dyeing, singeing, being */
    END_IE,        /* ie becomes y: lying */
    END_PLAIN,     /* takes the suffix as it is */
    END_DOUBLED,   /* doubles its last consonant */
    END_C          /* takes a k: panicked */
};

struct suffix_rule {
    struct text suffix, restored;
    enum inflection how;
    enum ending ending;
};

#define RULE(suffix, restored, how, ending) {{suffix, sizeof suffix - 1}, {restored, sizeof restored - 1}, how, ending}

static const struct suffix_rule rules[] = {
    RULE("s", "", INFLECT_S, END_PLAIN_S),
    RULE("es", "", INFLECT_S, END_SIBILANT),
    RULE("ies", "y", INFLECT_S, END_Y),
    RULE("es", "", INFLECT_S, END_DOUBLED),
    RULE("men", "man", INFLECT_PLURAL, END_ANY),
    RULE("people", "person", INFLECT_PLURAL, END_ANY),
    RULE("ed", "", INFLECT_ED, END_PLAIN),
    RULE("d", "", INFLECT_ED, END_E),
    RULE("d", "", INFLECT_ED, END_KEPT_E),
    RULE("ied", "y", INFLECT_ED, END_Y),
    RULE("ed", "", INFLECT_ED, END_DOUBLED),
    RULE("ked", "", INFLECT_ED, END_C),
    RULE("ing", "", INFLECT_ING, END_PLAIN),
    RULE("ing", "", INFLECT_ING, END_KEPT_E),
    RULE("ing", "e", INFLECT_ING, END_E),
    RULE("ying", "ie", INFLECT_ING, END_IE),
    RULE("ying", "y", INFLECT_ING, END_Y),
    RULE("ing", "", INFLECT_ING, END_DOUBLED),
    RULE("king", "", INFLECT_ING, END_C),
    RULE("er", "", INFLECT_ER, END_PLAIN),
    RULE("r", "", INFLECT_ER, END_E),
    RULE("r", "", INFLECT_ER, END_KEPT_E),
    RULE("ier", "y", INFLECT_ER, END_Y),
    RULE("er", "", INFLECT_ER, END_DOUBLED),
    RULE("est", "", INFLECT_EST, END_PLAIN),
    RULE("st", "", INFLECT_EST, END_E),
    RULE("iest", "y", INFLECT_EST, END_Y),
    RULE("est", "", INFLECT_EST, END_DOUBLED),
};

/* The letter `back` places from the end, from 1; 0 before the start. */
static char letter(struct text t, size_t back) {
    return back <= t.length ? t.bytes[t.length - back] : '\0';
}

static bool one_of(char c, const char *letters) {
    return c && strchr(letters, c);
}

static bool is_vowel(struct text t, size_t back) {
    bool after_q = letter(t, back) == 'u' && letter(t, back + 1) == 'q';
    return one_of(letter(t, back), "aeiou") && !after_q;
}

/* Ends in one vowel and one consonant that can be doubled: "plan", "travel". */
static bool can_double(struct text t) {
    return t.length > 1 && !is_vowel(t, 1) && !one_of(letter(t, 1), "wxy") && is_vowel(t, 2) && !is_vowel(t, 3);
}

/* One syllable must double; longer words may ("travelled", "traveled"), by stress or by country. */
static bool must_double(struct text t) {
    if (!can_double(t)) return false;
    for (size_t back = 3; back <= t.length; back++)
        if (is_vowel(t, back) || letter(t, back) == 'y') return false;
    return true;
}

static bool takes_es(struct text t) {
    bool hushed = letter(t, 1) == 'h' && one_of(letter(t, 2), "cs");
    return one_of(letter(t, 1), "sxzo") || hushed;
}

static bool takes_bare_s(struct text t) {
    bool turned_y = letter(t, 1) == 'y' && !is_vowel(t, 2);
    bool hissing = one_of(letter(t, 1), "sxz") || (letter(t, 1) == 'h' && letter(t, 2) == 's');
    return !hissing && !turned_y;
}

static bool keeps_e(struct text t) {
    bool soft = one_of(letter(t, 2), "eoy") || (letter(t, 2) == 'g' && letter(t, 3) == 'n');
    return letter(t, 1) == 'e' && (soft || t.length == 2);
}

static bool ends_as(struct text t, enum ending ending) {
    switch (ending) {
    case END_ANY: return true;
    case END_PLAIN_S: return takes_bare_s(t);
    case END_SIBILANT: return takes_es(t);
    case END_Y: return letter(t, 1) == 'y' && !is_vowel(t, 2);
    case END_E: return letter(t, 1) == 'e' && (!keeps_e(t) || letter(t, 2) == 'g');
    case END_KEPT_E: return keeps_e(t);
    case END_IE: return letter(t, 1) == 'e' && letter(t, 2) == 'i';
    case END_PLAIN: return letter(t, 1) != 'e' && !must_double(t);
    case END_DOUBLED: return can_double(t);
    case END_C: return letter(t, 1) == 'c';
    }
    return false;
}

static bool undo(const struct suffix_rule *r, struct suffix_search *s) {
    size_t stem = s->form.length - r->suffix.length;
    if (s->form.length < r->suffix.length + 2 || !text_ends(s->form, r->suffix)) return false;
    memcpy(s->room, s->form.bytes, stem);
    memcpy(s->room + stem, r->restored.bytes, r->restored.length);
    s->base = (struct text){s->room, stem + r->restored.length};
    s->how = r->how;
    if (r->ending == END_DOUBLED) {
        if (letter(s->base, 1) != letter(s->base, 2)) return false;
        s->base.length--;
    }
    return s->base.length > 1 && ends_as(s->base, r->ending);
}

bool suffix_next(struct suffix_search *s) {
    const int count = sizeof rules / sizeof *rules;
    if (s->form.length > SUFFIX_FORM_BYTES) return false;
    char last = letter(s->form, 1);
    while (s->rule < count) {
        const struct suffix_rule *r = &rules[s->rule++];
        if (r->suffix.bytes[r->suffix.length - 1] == last && undo(r, s)) return true;
    }
    return false;
}

/* The opposite of undo. What it makes is a form of the base only if suffix_next finds the way back. */
bool suffix_apply(int rule, struct text base, struct buffer *out) {
    const struct suffix_rule *r = &rules[rule];
    buffer_clear(out);
    if (!base.length || !text_ends(base, r->restored)) return false;
    buffer_text(out, text_slice(base, 0, base.length - r->restored.length));
    if (r->ending == END_DOUBLED) buffer_char(out, base.bytes[base.length - 1]);
    buffer_text(out, r->suffix);
    return !out->failed;
}

int suffix_rules(void) {
    return sizeof rules / sizeof *rules;
}
