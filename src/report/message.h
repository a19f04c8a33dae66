/* A finding in one line, for tools that show no more than a message. */
#ifndef BELIE_REPORT_MESSAGE_H
#define BELIE_REPORT_MESSAGE_H

#include "report/formats.h"

/* The line in three parts, so that a format can make the place of the other side a link: "What did the council decide?
 * “Council approves bridge” here, but “The council rejected it” (The Evening Mail, 2025-03-04) at " · "evening.md:9:1" ·
 * ". No state of affairs fits both." All zero is empty. */
struct message {
    struct buffer before, place, after;
};

void message_write(struct message *m, const struct report *r, const struct finding *f);
void message_release(struct message *m);

/* The same in one piece, appended to `out`. */
void message_line(struct buffer *out, const struct report *r, const struct finding *f);

/* How a side's claim is made known where its words stand: "The Evening Mail, 2025-03-04" or "Ada Byrne"; `elsewhere`: it
 * must be told which article it is in. Empty for an article of which nothing is known. */
void message_source(struct buffer *out, const struct report *r, const struct position *p, bool elsewhere);

/* The claim that speaks for a side. */
struct citation side_citation(const struct report *r, const struct position *p);

/* "evening.md:9:1" */
void place_text(struct buffer *out, struct text path, struct place place);

/* What lets a finding of the report stand, where waived ones are shown; else NULL. */
const struct waiver *report_waiver(const struct report *r, size_t index);

/* What is being checked: the drafts or, where nothing is held against prior coverage, every document. */
bool report_has_drafts(const struct report *r);

#endif
