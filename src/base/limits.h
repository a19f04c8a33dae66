/* Bounds on what one input may cost. */
#ifndef BELIE_BASE_LIMITS_H
#define BELIE_BASE_LIMITS_H

enum {
    LIMIT_DOCUMENT_BYTES = 64 * 1024 * 1024,
    LIMIT_RULE_FILE_BYTES = 16 * 1024 * 1024,
    LIMIT_CONFIG_BYTES = 1024 * 1024,
    LIMIT_SENTENCE_TOKENS = 400, /* a longer "sentence" is cut into pieces of this size */
    LIMIT_TYPES = 2 * 1000 * 1000, /* word forms a worker remembers before it starts afresh */
    LIMIT_YAML_DEPTH = 32,
    LIMIT_PATTERN_STEPS = 4000 /* of one phrase at one place */
};

#endif
