/* Wall time of `belie check` of a draft of about 600 words against the five articles, start-up included, beside that of
 * `python3 -c pass` and of `wc -w` of the same files.
 *   draft BELIE FIXTURES */
#include "tests/bench/measure.h"

#include <stdio.h>

enum { ROUNDS = 21 };

int main(int count, char **arguments) {
    if (count != 3) return 2;
    char draft[4200], articles[4200];
    snprintf(draft, sizeof draft, "%s/bench/draft.txt", arguments[2]);
    snprintf(articles, sizeof articles, "%s/articles", arguments[2]);
    const char *const check[] = {arguments[1], "check", "--against", articles, draft, NULL};
    const char *const python[] = {"python3", "-c", "pass", NULL};
    const char *const wc[] = {"wc", "-w", draft, NULL};
    const char *const *const commands[] = {check, python, wc};
    double milliseconds[3][ROUNDS], ratios[2][ROUNDS];
    struct cost cost;
    for (int i = -1; i < ROUNDS; i++) /* the first round is not counted */
        for (int c = 0; c < 3; c++) {
            if (!cost_of(commands[c], &cost)) return 2;
            if (i >= 0) milliseconds[c][i] = cost.wall * 1e3;
        }
    for (int i = 0; i < ROUNDS; i++)
        for (int c = 0; c < 2; c++) ratios[c][i] = milliseconds[0][i] / milliseconds[c + 1][i];
    printf("belie check of one draft %7.1f ms, %.2f times python3 -c pass, %.2f times wc -w (medians of %d)\n",
           median(milliseconds[0], ROUNDS), median(ratios[0], ROUNDS), median(ratios[1], ROUNDS), ROUNDS);
    printf("python3 -c pass          %7.1f ms\nwc -w                    %7.1f ms\n", median(milliseconds[1], ROUNDS),
           median(milliseconds[2], ROUNDS));
    return 0;
}
