/* What can be asked for on the command line: one table of commands, one of options. */
#ifndef BELIE_CLI_OPTIONS_H
#define BELIE_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum status { STATUS_NOTHING, STATUS_FOUND, STATUS_TROUBLE };

struct strings {
    const char **items; /* of argv */
    size_t count;
};

/* What was asked for. */
struct settings {
    const char *format, *color, *fail_level, *stage, *baseline, *write_baseline, *config_path, *waivers;
    const char *since, *until, *outlet, *output, *since_report;
    size_t threads, width;
    struct strings against, packs, archives, operands;
    bool help, version, verbose, no_config, show_waived, prune_baseline;
    struct belie_config *config; /* with all of the above that a config can hold, see cli/config.c */
};

struct command {
    const char *name;
    unsigned bit; /* which options go with it */
    const char *operands, *about, *details;
    size_t least; /* operands */
    enum status (*run)(const struct settings *s);
    const struct actions *actions; /* what its first operand can be; NULL: whatever */
};

extern const struct command commands[];
extern const size_t command_count;

enum option_kind { OPTION_FLAG, OPTION_WORD, OPTION_NUMBER, OPTION_LIST };

struct option {
    const char *name;
    char letter; /* 0: none */
    const char *argument;
    unsigned commands;
    enum option_kind kind;
    size_t offset; /* in struct settings */
    const char *about;
    const char *choices[7]; /* of a word; none: any */
    const char *(*choice)(size_t index), *(*choice_about)(size_t index); /* instead, where another table has them */
};

extern const struct option option_table[];
extern const size_t option_count;

/* What the value of an option can be; NULL past the last, and where it can be anything. */
const char *option_choice(const struct option *o, size_t index);

bool option_is_common(const struct option *o); /* every command has it */

/* Reads argv into *s and finds the command. NULL, with *status set, when there is nothing to run: then help, the
 * version or a message was printed. Free with options_release. */
const struct command *options_read(int count, char **arguments, struct settings *s, enum status *status);
void options_release(struct settings *s);

/* The archive that a command works on: the first one named, or the usual one. */
const char *settings_archive(const struct settings *s);

/* "belie: …" to standard error. */
enum status complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
