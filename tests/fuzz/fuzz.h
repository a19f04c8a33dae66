/* What the harnesses share. */
#ifndef BELIE_TESTS_FUZZ_H
#define BELIE_TESTS_FUZZ_H

#include <belie/belie.h>

/* One harness a program defines it; libFuzzer calls it, or replay.c does with saved inputs. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A belie_write that reads every byte it is given; `context` is a size_t. */
int fuzz_discard(void *context, const char *bytes, size_t length);

const belie_rules *fuzz_rules(void); /* the shipped ones, loaded once; $BELIE_RULES says where from */

#endif
