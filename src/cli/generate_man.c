/* The man page, in the macros of man(7). */
#include "cli/generate.h"

#include <belie/belie.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* A line of text: no character of it means anything to troff. */
static void text(const char *words, size_t length) {
    if (length && (*words == '.' || *words == '\'')) printf("\\&");
    for (size_t i = 0; i < length; i++) {
        if (words[i] == '\\') printf("\\e");
        else if (words[i] == '-') printf("\\-");
        else putchar(words[i]);
    }
}

static void line(const char *words) {
    text(words, strlen(words));
    putchar('\n');
}

/* A line of help that names something and tells what it is: "  add PATH...   store files". Its length up to the gap, or 0. */
static size_t term_length(const char *words, size_t length) {
    if (length < 3 || words[0] != ' ' || words[1] != ' ' || words[2] == ' ') return 0;
    size_t at = 2;
    while (at + 1 < length && !(words[at] == ' ' && words[at + 1] == ' ')) at++;
    return at + 1 < length ? at : length;
}

static void help_line(const char *words, size_t length) {
    size_t term = term_length(words, length), at = term;
    if (term) {
        printf(".TP\n.B ");
        text(words + 2, term - 2);
        putchar('\n');
    }
    while (at < length && words[at] == ' ') at++;
    if (at == length) return;
    text(words + at, length - at);
    putchar('\n');
}

/* Help as the program prints it becomes filled text; a line that begins at the margin behind a list ends the list. */
static void help(const char *words) {
    bool listed = false;
    while (*words) {
        size_t length = strcspn(words, "\n");
        bool indented = *words == ' ';
        if (listed && !indented) puts(".PP");
        listed = indented;
        help_line(words, length);
        words += length + (words[length] == '\n');
    }
}

static void option(const struct option *o) {
    printf(".TP\n");
    if (o->letter) printf("\\fB\\-%c\\fR, ", o->letter);
    printf("\\fB\\-\\-");
    text(o->name, strlen(o->name));
    printf("\\fR");
    if (o->argument) {
        printf(" \\fI");
        text(o->argument, strlen(o->argument));
        printf("\\fR");
    }
    putchar('\n');
    line(o->about);
    for (size_t i = 0; o->choice_about && option_choice(o, i); i++) {
        printf(".RS\n.TP\n.B ");
        line(option_choice(o, i));
        line(o->choice_about(i));
        puts(".RE");
    }
}

static void command(const struct command *c) {
    const struct option *o;
    printf(".SS belie %s\n.B belie %s\n", c->name, c->name);
    line(c->operands);
    printf(".PP\n%c", toupper((unsigned char)*c->about));
    text(c->about + 1, strlen(c->about) - 1);
    puts(".\n.PP");
    help(c->details);
    for (size_t i = 0; i < option_count; i++)
        if ((o = command_option(c, i)) && !option_is_common(o)) option(o);
}

static void named(const char *const (*rows)[2]) {
    for (; (*rows)[0]; rows++) {
        printf(".TP\n.B ");
        line((*rows)[0]);
        line((*rows)[1]);
    }
}

static void surroundings(void) {
    static const char *const statuses[][2] = {{"0", "nothing was found at the fail level or above"},
                                              {"1", "there are findings at the fail level or above"},
                                              {"2", "something could not be read, written or understood; the other "
                                                    "inputs were still checked"},
                                              {NULL, NULL}};
    static const char *const variables[][2] = {
        {"BELIE_RULES", "the folder of the shipped rule packs, if not where they were installed"},
        {"NO_COLOR", "when set and not empty: no colour, unless --color asks for it"},
        {"SOURCE_DATE_EPOCH", "the day that counts as today, in seconds since 1970, for the same output on any day"},
        {NULL, NULL}};
    static const char *const files[][2] = {{".belie.yaml", "settings, in the folder of the first FILE or above"},
                                           {".belie/archive.db", "the archive, unless --archive names another"},
                                           {NULL, NULL}};
    puts(".SH EXIT STATUS");
    named(statuses);
    puts(".SH ENVIRONMENT");
    named(variables);
    puts(".SH FILES");
    named(files);
}

static void examples(void) {
    static const char *const lines[] = {"belie check draft.md \\-\\-against archive/", "belie archive add coverage/",
                                        "belie check draft.md \\-\\-archive .belie/archive.db \\-\\-format sarif",
                                        "belie explain draft.md:4", NULL};
    puts(".SH EXAMPLES\n.EX");
    for (size_t i = 0; lines[i]; i++) puts(lines[i]);
    puts(".EE");
}

void generate_man(void) {
    printf(".TH BELIE 1 \"\" \"belie %s\" \"User Commands\"\n", belie_version());
    puts(".SH NAME\nbelie \\- finds claims in news text that cannot both be true\n"
         ".SH SYNOPSIS\n.B belie\n.I COMMAND\n.RI [ OPTION .\\|.\\|.]\n.RI [ OPERAND .\\|.\\|.]\n"
         ".SH DESCRIPTION\n"
         "belie reads news articles and reports the claims in them that cannot both be true, within one article,\n"
         "between a draft and prior coverage, or across an archive. Every finding shows both quotations in their\n"
         "places, says who makes each claim, and gives one sentence of why no state of affairs fits both.\n"
         ".SH COMMANDS");
    for (size_t i = 0; i < command_count; i++) command(&commands[i]);
    puts(".SH OPTIONS OF EVERY COMMAND");
    for (size_t i = 0; i < option_count; i++)
        if (option_is_common(&option_table[i])) option(&option_table[i]);
    surroundings();
    examples();
}
