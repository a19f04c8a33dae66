#include "match/hedge.h"

#include <string.h>

struct hedge_words {
    const char *words;
    enum hedge hedge;
};

/* Of two that end alike the longer stands first. */
static const struct hedge_words left[] = {
    {"just under", HEDGE_NEARLY}, {"just below", HEDGE_NEARLY}, {"just short of", HEDGE_NEARLY},
    {"slightly less than", HEDGE_NEARLY}, {"slightly fewer than", HEDGE_NEARLY}, {"a little under", HEDGE_NEARLY},
    {"little less than", HEDGE_NEARLY}, {"not quite", HEDGE_NEARLY}, {"the better part of", HEDGE_NEARLY},
    {"the best part of", HEDGE_NEARLY}, {"better part of", HEDGE_NEARLY}, {"nearly", HEDGE_NEARLY},
    {"almost", HEDGE_NEARLY}, {"approaching", HEDGE_NEARLY}, {"close on", HEDGE_NEARLY},
    {"no less than", HEDGE_LEAST}, {"not less than", HEDGE_LEAST}, {"no fewer than", HEDGE_LEAST},
    {"not fewer than", HEDGE_LEAST}, {"less than", HEDGE_LESS}, {"fewer than", HEDGE_LESS},
    {"lower than", HEDGE_LESS}, {"smaller than", HEDGE_LESS}, {"under", HEDGE_LESS}, {"below", HEDGE_LESS},
    {"inside", HEDGE_LESS}, {"shorter than", HEDGE_LESS},
    {"no more than", HEDGE_MOST}, {"not more than", HEDGE_MOST}, {"at most", HEDGE_MOST}, {"at the most", HEDGE_MOST},
    {"up to", HEDGE_MOST}, {"as many as", HEDGE_MOST}, {"as much as", HEDGE_MOST}, {"a maximum of", HEDGE_MOST},
    {"maximum of", HEDGE_MOST}, {"no longer than", HEDGE_MOST},
    {"just over", HEDGE_JUST_OVER}, {"just above", HEDGE_JUST_OVER}, {"just more than", HEDGE_JUST_OVER},
    {"slightly more than", HEDGE_JUST_OVER}, {"slightly over", HEDGE_JUST_OVER}, {"a little over", HEDGE_JUST_OVER},
    {"little more than", HEDGE_JUST_OVER},
    {"more than", HEDGE_MORE}, {"greater than", HEDGE_MORE}, {"higher than", HEDGE_MORE}, {"longer than", HEDGE_MORE},
    {"larger than", HEDGE_MORE}, {"well over", HEDGE_MORE}, {"over", HEDGE_MORE}, {"above", HEDGE_MORE},
    {"in excess of", HEDGE_MORE}, {"excess of", HEDGE_MORE}, {"north of", HEDGE_MORE}, {"topped", HEDGE_MORE},
    {"topping", HEDGE_MORE}, {"exceeding", HEDGE_MORE}, {"exceeded", HEDGE_MORE}, {"beyond", HEDGE_MORE},
    {"at least", HEDGE_LEAST}, {"at the least", HEDGE_LEAST}, {"a minimum of", HEDGE_LEAST},
    {"minimum of", HEDGE_LEAST}, {"upwards of", HEDGE_LEAST}, {"upward of", HEDGE_LEAST}, {"as few as", HEDGE_LEAST},
    {"as little as", HEDGE_LEAST},
    {"about", HEDGE_ABOUT}, {"around", HEDGE_ABOUT}, {"roughly", HEDGE_ABOUT}, {"approximately", HEDGE_ABOUT},
    {"some", HEDGE_ABOUT}, {"circa", HEDGE_ABOUT}, {"c.", HEDGE_ABOUT}, {"an estimated", HEDGE_ABOUT},
    {"estimated", HEDGE_ABOUT}, {"close to", HEDGE_ABOUT}, {"near", HEDGE_ABOUT}, {"in the region of", HEDGE_ABOUT},
    {"something like", HEDGE_ABOUT}, {"~", HEDGE_ABOUT}, {"perhaps", HEDGE_ABOUT}, {"or so", HEDGE_ABOUT},
    {"exactly", HEDGE_EXACT}, {"precisely", HEDGE_EXACT}, {"exact", HEDGE_EXACT},
};

static const struct hedge_words right[] = {
    {"or more", HEDGE_LEAST}, {"or above", HEDGE_LEAST}, {"or over", HEDGE_LEAST}, {"or older", HEDGE_LEAST},
    {"and over", HEDGE_LEAST}, {"or longer", HEDGE_LEAST}, {"or higher", HEDGE_LEAST}, {"at least", HEDGE_LEAST},
    {"plus", HEDGE_LEAST}, {"+", HEDGE_LEAST}, {"or so", HEDGE_ABOUT}, {"or thereabouts", HEDGE_ABOUT},
    {"odd", HEDGE_ABOUT}, {"or less", HEDGE_MOST}, {"or fewer", HEDGE_MOST}, {"or under", HEDGE_MOST},
    {"or younger", HEDGE_MOST}, {"at most", HEDGE_MOST}, {"exactly", HEDGE_EXACT},
};

static int32_t count_words(const char *words) {
    int32_t count = 1;
    for (; *words; words++) count += *words == ' ';
    return count;
}

static bool stands_at(const struct pieces *p, int32_t at, const char *words) {
    for (; *words; at++) {
        size_t length = strcspn(words, " ");
        struct text t = piece_at(p, at)->text;
        if (at < 0 || at >= p->count || t.length != length || memcmp(t.bytes, words, length) != 0) return false;
        words += length + (words[length] == ' ');
    }
    return true;
}

enum hedge hedge_before(const struct pieces *p, int32_t at, int32_t *first) {
    for (size_t i = 0; at > 0 && i < sizeof left / sizeof *left; i++) {
        int32_t start = at - count_words(left[i].words);
        if (!stands_at(p, start, left[i].words)) continue;
        *first = start;
        return left[i].hedge;
    }
    return HEDGE_NONE;
}

enum hedge hedge_after(const struct pieces *p, int32_t at, int32_t *end) {
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        if (!stands_at(p, at, right[i].words)) continue;
        *end = at + count_words(right[i].words);
        return right[i].hedge;
    }
    return HEDGE_NONE;
}

enum hedge hedge_named(struct text name) {
    static const struct {
        struct text name;
        enum hedge hedge;
    } names[] = {{{"at-least", 8}, HEDGE_LEAST}, {{"at-most", 7}, HEDGE_MOST},    {{"about", 5}, HEDGE_ABOUT},
                 {{"nearly", 6}, HEDGE_NEARLY},  {{"more-than", 9}, HEDGE_MORE}, {{"less-than", 9}, HEDGE_LESS}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (text_equal(name, names[i].name)) return names[i].hedge;
    }
    return HEDGE_NONE;
}
