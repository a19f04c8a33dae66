/* What a headline is about: "#", a letter for how it stands to it, and its words of content in base form, "!" before names:
 * "#d !banksy arrest". */
#ifndef BELIE_MATCH_TOPIC_H
#define BELIE_MATCH_TOPIC_H

enum topic_kind {
    TOPIC_HELD = 'h',    /* says so */
    TOPIC_BESIDE = 'b',  /* says so, with a "not" in what is only mentioned: "faulted for not paying" */
    TOPIC_DENIED = 'd',  /* says that it is false: hoax, fake, denies */
    TOPIC_NEGATED = 'n', /* says that it is not so, with no more than a "not" */
    TOPIC_OPEN = 'o'     /* leaves it open */
};

#endif
