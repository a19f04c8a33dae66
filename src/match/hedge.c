#include "match/hedge.h"

#include <string.h>

struct hedge_words {
    const char *words;
    enum hedge hedge;
};

/* Of two that end alike the longer stands first. */
static const struct hedge_words left[] = {
    {"just under", HEDGED_NEARLY}, {"just below", HEDGED_NEARLY}, {"just short of", HEDGED_NEARLY},
    {"slightly less than", HEDGED_NEARLY}, {"slightly fewer than", HEDGED_NEARLY}, {"a little under", HEDGED_NEARLY},
    {"little less than", HEDGED_NEARLY}, {"not quite", HEDGED_NEARLY}, {"the better part of", HEDGED_NEARLY},
    {"the best part of", HEDGED_NEARLY}, {"better part of", HEDGED_NEARLY}, {"nearly", HEDGED_NEARLY},
    {"almost", HEDGED_NEARLY}, {"approaching", HEDGED_NEARLY}, {"close on", HEDGED_NEARLY},
    {"no less than", HEDGED_LEAST}, {"not less than", HEDGED_LEAST}, {"no fewer than", HEDGED_LEAST},
    {"not fewer than", HEDGED_LEAST}, {"less than", HEDGED_LESS}, {"fewer than", HEDGED_LESS},
    {"lower than", HEDGED_LESS}, {"smaller than", HEDGED_LESS}, {"under", HEDGED_LESS}, {"below", HEDGED_LESS},
    {"inside", HEDGED_LESS}, {"shorter than", HEDGED_LESS},
    {"no more than", HEDGED_MOST}, {"not more than", HEDGED_MOST}, {"at most", HEDGED_MOST}, {"at the most", HEDGED_MOST},
    {"up to", HEDGED_MOST}, {"as many as", HEDGED_MOST}, {"as much as", HEDGED_MOST}, {"a maximum of", HEDGED_MOST},
    {"maximum of", HEDGED_MOST}, {"no longer than", HEDGED_MOST},
    {"just over", HEDGED_JUST_OVER}, {"just above", HEDGED_JUST_OVER}, {"just more than", HEDGED_JUST_OVER},
    {"slightly more than", HEDGED_JUST_OVER}, {"slightly over", HEDGED_JUST_OVER}, {"a little over", HEDGED_JUST_OVER},
    {"little more than", HEDGED_JUST_OVER},
    {"more than", HEDGED_MORE}, {"greater than", HEDGED_MORE}, {"higher than", HEDGED_MORE}, {"longer than", HEDGED_MORE},
    {"larger than", HEDGED_MORE}, {"well over", HEDGED_MORE}, {"over", HEDGED_MORE}, {"above", HEDGED_MORE},
    {"in excess of", HEDGED_MORE}, {"excess of", HEDGED_MORE}, {"north of", HEDGED_MORE}, {"topped", HEDGED_MORE},
    {"topping", HEDGED_MORE}, {"exceeding", HEDGED_MORE}, {"exceeded", HEDGED_MORE}, {"beyond", HEDGED_MORE},
    {"at least", HEDGED_LEAST}, {"at the least", HEDGED_LEAST}, {"a minimum of", HEDGED_LEAST},
    {"minimum of", HEDGED_LEAST}, {"upwards of", HEDGED_LEAST}, {"upward of", HEDGED_LEAST}, {"as few as", HEDGED_LEAST},
    {"as little as", HEDGED_LEAST},
    {"about", HEDGED_ABOUT}, {"around", HEDGED_ABOUT}, {"roughly", HEDGED_ABOUT}, {"approximately", HEDGED_ABOUT},
    {"some", HEDGED_ABOUT}, {"circa", HEDGED_ABOUT}, {"c.", HEDGED_ABOUT}, {"an estimated", HEDGED_ABOUT},
    {"estimated", HEDGED_ABOUT}, {"close to", HEDGED_ABOUT}, {"near", HEDGED_ABOUT}, {"in the region of", HEDGED_ABOUT},
    {"something like", HEDGED_ABOUT}, {"~", HEDGED_ABOUT}, {"perhaps", HEDGED_ABOUT}, {"or so", HEDGED_ABOUT},
    {"exactly", HEDGED_EXACT}, {"precisely", HEDGED_EXACT}, {"exact", HEDGED_EXACT},
};

static const struct hedge_words right[] = {
    {"or more", HEDGED_LEAST}, {"or above", HEDGED_LEAST}, {"or over", HEDGED_LEAST}, {"or older", HEDGED_LEAST},
    {"and over", HEDGED_LEAST}, {"or longer", HEDGED_LEAST}, {"or higher", HEDGED_LEAST}, {"at least", HEDGED_LEAST},
    {"plus", HEDGED_LEAST}, {"+", HEDGED_LEAST}, {"or so", HEDGED_ABOUT}, {"or thereabouts", HEDGED_ABOUT},
    {"odd", HEDGED_ABOUT}, {"or less", HEDGED_MOST}, {"or fewer", HEDGED_MOST}, {"or under", HEDGED_MOST},
    {"or younger", HEDGED_MOST}, {"at most", HEDGED_MOST}, {"exactly", HEDGED_EXACT},
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
    return HEDGED_NOT;
}

enum hedge hedge_after(const struct pieces *p, int32_t at, int32_t *end) {
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        if (!stands_at(p, at, right[i].words)) continue;
        *end = at + count_words(right[i].words);
        return right[i].hedge;
    }
    return HEDGED_NOT;
}
