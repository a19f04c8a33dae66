#include "cli/nearest.h"

#include <string.h>

enum { LONGEST = 32 };

static size_t least(size_t a, size_t b, size_t c) {
    size_t smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

/* Insertions, deletions and substitutions, after Levenshtein; one row of the table at a time. */
static size_t edits(const char *a, size_t a_length, const char *b, size_t b_length) {
    size_t row[LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++) row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t above = row[j];
            row[j] = least(row[j - 1] + 1, above + 1, diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
        }
    }
    return row[b_length];
}

struct nearest nearest_start(const char *word, size_t length) {
    return (struct nearest){.word = word, .length = length, .distance = 1 + length / 3 + (length > 2)};
}

void nearest_try(struct nearest *n, const char *candidate) {
    size_t length = strlen(candidate);
    if (length > LONGEST || n->length > LONGEST) return;
    size_t distance = edits(n->word, n->length, candidate, length);
    if (distance >= n->distance) return;
    n->distance = distance;
    n->best = candidate;
}
