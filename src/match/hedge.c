#include "match/hedge.h"

#include <string.h>

struct hedge_words {
    const char *others; /* the words before the last one, or after the first one */
    struct text edge;   /* the last or first one, which stands beside the number */
    enum hedge hedge;
};

/* Of two that end alike the longer stands first; those that are no hedge at all, "edged up to", have none. Every last word has ROLE_HEDGE, every first one on the right
 * ROLE_ADDED. */
static const struct hedge_words left[] = {
    {"just", {"under", 5}, HEDGED_NEARLY},
    {"just", {"below", 5}, HEDGED_NEARLY},
    {"just short", {"of", 2}, HEDGED_NEARLY},
    {"slightly less", {"than", 4}, HEDGED_NEARLY},
    {"slightly fewer", {"than", 4}, HEDGED_NEARLY},
    {"a little", {"under", 5}, HEDGED_NEARLY},
    {"little less", {"than", 4}, HEDGED_NEARLY},
    {"not", {"quite", 5}, HEDGED_NEARLY},
    {"the better part", {"of", 2}, HEDGED_NEARLY},
    {"the best part", {"of", 2}, HEDGED_NEARLY},
    {"better part", {"of", 2}, HEDGED_NEARLY},
    {"", {"nearly", 6}, HEDGED_NEARLY},
    {"", {"almost", 6}, HEDGED_NEARLY},
    {"", {"approaching", 11}, HEDGED_NEARLY},
    {"close", {"on", 2}, HEDGED_NEARLY},
    {"no less", {"than", 4}, HEDGED_LEAST},
    {"not less", {"than", 4}, HEDGED_LEAST},
    {"no fewer", {"than", 4}, HEDGED_LEAST},
    {"not fewer", {"than", 4}, HEDGED_LEAST},
    {"less", {"than", 4}, HEDGED_LESS},
    {"fewer", {"than", 4}, HEDGED_LESS},
    {"lower", {"than", 4}, HEDGED_LESS},
    {"smaller", {"than", 4}, HEDGED_LESS},
    {"", {"under", 5}, HEDGED_LESS},
    {"", {"below", 5}, HEDGED_LESS},
    {"", {"inside", 6}, HEDGED_LESS},
    {"shorter", {"than", 4}, HEDGED_LESS},
    {"no more", {"than", 4}, HEDGED_MOST},
    {"not more", {"than", 4}, HEDGED_MOST},
    {"at", {"most", 4}, HEDGED_MOST},
    {"at the", {"most", 4}, HEDGED_MOST},
    {"ticked up", {"to", 2}, HEDGED_NOT},
    {"ticks up", {"to", 2}, HEDGED_NOT},
    {"edged up", {"to", 2}, HEDGED_NOT},
    {"edges up", {"to", 2}, HEDGED_NOT},
    {"inched up", {"to", 2}, HEDGED_NOT},
    {"inches up", {"to", 2}, HEDGED_NOT},
    {"crept up", {"to", 2}, HEDGED_NOT},
    {"creeps up", {"to", 2}, HEDGED_NOT},
    {"went up", {"to", 2}, HEDGED_NOT},
    {"gone up", {"to", 2}, HEDGED_NOT},
    {"moved up", {"to", 2}, HEDGED_NOT},
    {"nudged up", {"to", 2}, HEDGED_NOT},
    {"pushed up", {"to", 2}, HEDGED_NOT},
    {"up", {"to", 2}, HEDGED_MOST},
    {"as many", {"as", 2}, HEDGED_MOST},
    {"as much", {"as", 2}, HEDGED_MOST},
    {"a maximum", {"of", 2}, HEDGED_MOST},
    {"maximum", {"of", 2}, HEDGED_MOST},
    {"no longer", {"than", 4}, HEDGED_MOST},
    {"just", {"over", 4}, HEDGED_JUST_OVER},
    {"just", {"above", 5}, HEDGED_JUST_OVER},
    {"just more", {"than", 4}, HEDGED_JUST_OVER},
    {"slightly more", {"than", 4}, HEDGED_JUST_OVER},
    {"slightly", {"over", 4}, HEDGED_JUST_OVER},
    {"a little", {"over", 4}, HEDGED_JUST_OVER},
    {"little more", {"than", 4}, HEDGED_JUST_OVER},
    {"more", {"than", 4}, HEDGED_MORE},
    {"greater", {"than", 4}, HEDGED_MORE},
    {"higher", {"than", 4}, HEDGED_MORE},
    {"longer", {"than", 4}, HEDGED_MORE},
    {"larger", {"than", 4}, HEDGED_MORE},
    {"well", {"over", 4}, HEDGED_MORE},
    {"", {"over", 4}, HEDGED_MORE},
    {"", {"above", 5}, HEDGED_MORE},
    {"in excess", {"of", 2}, HEDGED_MORE},
    {"excess", {"of", 2}, HEDGED_MORE},
    {"north", {"of", 2}, HEDGED_MORE},
    {"", {"topped", 6}, HEDGED_MORE},
    {"", {"topping", 7}, HEDGED_MORE},
    {"", {"exceeding", 9}, HEDGED_MORE},
    {"", {"exceeded", 8}, HEDGED_MORE},
    {"", {"beyond", 6}, HEDGED_MORE},
    {"at", {"least", 5}, HEDGED_LEAST},
    {"at the", {"least", 5}, HEDGED_LEAST},
    {"a minimum", {"of", 2}, HEDGED_LEAST},
    {"minimum", {"of", 2}, HEDGED_LEAST},
    {"upwards", {"of", 2}, HEDGED_LEAST},
    {"upward", {"of", 2}, HEDGED_LEAST},
    {"as few", {"as", 2}, HEDGED_LEAST},
    {"as little", {"as", 2}, HEDGED_LEAST},
    {"", {"about", 5}, HEDGED_ABOUT},
    {"", {"around", 6}, HEDGED_ABOUT},
    {"", {"roughly", 7}, HEDGED_ABOUT},
    {"", {"approximately", 13}, HEDGED_ABOUT},
    {"", {"some", 4}, HEDGED_ABOUT},
    {"", {"circa", 5}, HEDGED_ABOUT},
    {"", {"c.", 2}, HEDGED_ABOUT},
    {"an", {"estimated", 9}, HEDGED_ABOUT},
    {"", {"estimated", 9}, HEDGED_ABOUT},
    {"close", {"to", 2}, HEDGED_ABOUT},
    {"", {"near", 4}, HEDGED_ABOUT},
    {"in the region", {"of", 2}, HEDGED_ABOUT},
    {"something", {"like", 4}, HEDGED_ABOUT},
    {"", {"~", 1}, HEDGED_ABOUT},
    {"", {"perhaps", 7}, HEDGED_ABOUT},
    {"or", {"so", 2}, HEDGED_ABOUT},
    {"", {"exactly", 7}, HEDGED_EXACT},
    {"", {"precisely", 9}, HEDGED_EXACT},
    {"", {"exact", 5}, HEDGED_EXACT},
};

static const struct hedge_words right[] = {
    {"more", {"or", 2}, HEDGED_LEAST},
    {"above", {"or", 2}, HEDGED_LEAST},
    {"over", {"or", 2}, HEDGED_LEAST},
    {"older", {"or", 2}, HEDGED_LEAST},
    {"over", {"and", 3}, HEDGED_LEAST},
    {"longer", {"or", 2}, HEDGED_LEAST},
    {"higher", {"or", 2}, HEDGED_LEAST},
    {"least", {"at", 2}, HEDGED_LEAST},
    {"", {"plus", 4}, HEDGED_LEAST},
    {"", {"+", 1}, HEDGED_LEAST},
    {"so", {"or", 2}, HEDGED_ABOUT},
    {"thereabouts", {"or", 2}, HEDGED_ABOUT},
    {"", {"odd", 3}, HEDGED_ABOUT},
    {"less", {"or", 2}, HEDGED_MOST},
    {"fewer", {"or", 2}, HEDGED_MOST},
    {"under", {"or", 2}, HEDGED_MOST},
    {"younger", {"or", 2}, HEDGED_MOST},
    {"most", {"at", 2}, HEDGED_MOST},
    {"", {"exactly", 7}, HEDGED_EXACT},
};

static int32_t count_words(const char *words) {
    int32_t count = *words != '\0';
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
    if (!piece_has(p, at - 1, ROLE_HEDGE)) return HEDGED_NOT;
    struct text edge = piece_at(p, at - 1)->text;
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
        if (!text_equal(edge, left[i].edge)) continue;
        int32_t start = at - 1 - count_words(left[i].others);
        if (!stands_at(p, start, left[i].others)) continue;
        if (left[i].hedge != HEDGED_NOT) *first = start;
        return left[i].hedge;
    }
    return HEDGED_NOT;
}

enum hedge hedge_after(const struct pieces *p, int32_t at, int32_t *end) {
    if (!piece_has(p, at, ROLE_ADDED)) return HEDGED_NOT;
    struct text edge = piece_at(p, at)->text;
    for (size_t i = 0; i < sizeof right / sizeof *right; i++) {
        if (!text_equal(edge, right[i].edge) || !stands_at(p, at + 1, right[i].others)) continue;
        *end = at + 1 + count_words(right[i].others);
        return right[i].hedge;
    }
    return HEDGED_NOT;
}
