/* Claims and their parts in words. */
#ifndef BELIE_REPORT_DESCRIBE_H
#define BELIE_REPORT_DESCRIBE_H

#include "compare/compare.h"

/* What a reading leaves possible: "none or some"; "[4,5) hour"; "2022-02-24"; "geneva". */
void describe_reading(struct buffer *out, const struct proposition *p, const struct rules *r,
                      const struct reading *reading);

/* The value alone, without "not": "rejected"; for figures, dates and atoms the reading. */
void describe_value(struct buffer *out, const struct rules *r, const struct claim *c);

/* The value of a position: that of its claims; where they have several, all, with "and" between. */
void describe_position(struct buffer *out, const struct rules *r, const struct position *p);

/* "party=russia plan=us-plan" */
void describe_arguments(struct buffer *out, const struct rules *r, const struct claim *c);

/* "2025-12-03" for days since 1970-01-01. */
void describe_date(struct buffer *out, int32_t days);

/* The speaker's name: "Dmitry Peskov". Empty for the outlet. */
struct text voice_speaker(const struct rules *r, const struct voice *v);

/* Who speaks: the speaker, else the outlet by its name, else "the article". */
struct text voice_label(const struct rules *r, const struct source *s, const struct voice *v);

#endif
