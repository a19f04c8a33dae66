/* Any amount of news, always the same: the five articles and the texts of fixtures/bench over and over, with other
 * names, words and figures each time. */
#ifndef BELIE_TESTS_BENCH_NEWS_H
#define BELIE_TESTS_BENCH_NEWS_H

#include "base/arena.h"

struct news {
    LIST(char *) paths;
    size_t bytes;
};

/* Writes articles into `folder` until they hold `bytes` together. `fixtures` is the folder of that name; *out lives in
 * `a`. False, with a message on standard error, when something cannot be read or written. */
bool news_write(struct arena *a, const char *fixtures, const char *folder, size_t bytes, struct news *out);

/* The same news, one article after another. Lives in `a`; NULL, with a message, when the fixtures cannot be read. */
struct news_source;
struct news_source *news_open(struct arena *a, const char *fixtures);

/* Appends the next article: one of the five in every `share`, else another text. */
void news_next(struct news_source *s, size_t share, struct buffer *out);

#endif
