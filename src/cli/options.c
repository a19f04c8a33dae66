#include "cli/options.h"

#include "cli/commands.h"
#include "cli/nearest.h"

#include <belie/belie.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHECK = 1, CLAIMS = 2, COMPARE = 4, EXPLAIN = 8, RULES = 16, DUMP = 32, EVAL = 64, CONFIG = 128, ARCHIVE = 256, VERIFY = 512,
       REPORT = 1024, GENERATE = 2048, EXPLAIN_RULE = 4096, EVERY = 8191 };

const struct command commands[] = {
    {"check", CHECK, "FILE...", "report the claims that cannot both be true",
     "Compares all claims of the FILEs with each other and with themselves. With --against, reports only\n"
     "pairs that have a side in one of the FILEs. A folder stands for every .txt, .md and .markdown file\n"
     "in it and below; - for standard input.\n",
     1, command_check},
    {"report", REPORT, "PATH...", "write the report of a standards desk: a page to read",
     "One entry for each disputed question, with all answers to it, who gives them and where. The page is one\n"
     "file that needs no network. With --against or --archive, reports only pairs that have a side in one of\n"
     "the PATHs. Exit status 0 when the report was written, whatever it tells.\n",
     1, command_report},
    {"claims", CLAIMS, "FILE...", "print every claim found",
     "With --format jsonl, one JSON object a line, its key first: sorted, claims that can disagree stand\n"
     "together, and belie compare reads them.\n",
     1, command_claims},
    {"archive", ARCHIVE, "ACTION [ARGUMENT...]",
     "keep prior coverage, to check drafts against it",
     "  add PATH...        store files, folders, or with - documents given as JSON Lines on standard input:\n"
     "                     {\"uri\", \"text\"} and, where known, \"title\", \"date\", \"outlet\", \"author\", \"language\"\n"
     "  list               every document\n"
     "  show URI           its versions and claims\n"
     "  remove URI         forget it, with all versions\n"
     "  stats              how much there is\n"
     "  verify             look through the whole file; exit status 1 when something is wrong\n"
     "  refresh            make the claims anew that other rules made\n"
     "  corrections [URI]  where claims still stand that a newer version dropped; exit status 1 for any\n"
     "The archive is one file, .belie/archive.db unless --archive names another.\n",
     1, command_archive, &archive_actions},
    {"verify", VERIFY, "REPORT.json", "run a JSON report again and say whether it still holds",
     "Reads what belie check --format json printed, checks the same files against the same prior coverage and\n"
     "archives, found by the paths in the report, and lists what differs. Waivers, baseline and rules are not in\n"
     "the report: give the same options again. Exit status 0 when nothing differs, 1 when something does.\n",
     1, command_verify},
    {"compare", COMPARE, "[FILE...]", "report the contradictions among claims printed as JSON Lines",
     "Reads what belie claims --format jsonl printed, from the FILEs or from standard input. The articles\n"
     "themselves are not needed.\n",
     0, command_compare},
    {"explain", EXPLAIN, "FILE:LINE[:COLUMN] [FILE:LINE[:COLUMN]]", "show why a sentence makes its claims",
     "With one place: the tokens, mentions, rules, cues and claims of the sentence there. With two: why\n"
     "their claims are, or are not, in conflict.\n",
     1, command_explain},
    {"explain-rule", EXPLAIN_RULE, "ID", "say what a question or a rule means, and how it is found",
     "For an editor who met it in a finding: its question and answers, which of them clash, when claims are held\n"
     "against each other, how severe that is, how it is found, and examples. ID as findings and belie rules list\n"
     "have it: plan-response, or plan-response/rejects for one rule, with the pack before it or not.\n",
     1, command_explain_rule},
    {"rules", RULES, "list | test [PREFIX] | lint | show ID | coverage CORPUS... | diff OLD NEW", "list, test, check or show the rules",
     "  list           every rule with its question\n"
     "  test [PREFIX]  run the examples in the rule files; PREFIX limits them to rules so named\n"
     "  lint           point out what loading lets pass\n"
     "  show ID        a rule, proposition or entity in full\n"
     "  coverage CORPUS...\n"
     "                 how often each rule fires in these files and folders, and what no rule reads there\n"
     "  diff OLD NEW   what the packs in folder NEW would add to and remove from those in OLD, over all documents of\n"
     "                 the archive; exit status 1 for any\n",
     1, command_rules, &rules_actions},
    {"eval", EVAL, "FILE.jsonl", "measure the check on labelled pairs of sentences",
     "FILE holds lines of {\"id\", \"premise\", \"hypothesis\", \"label\"}, the label entailment, neutral or\n"
     "contradiction. Each pair is a story of its own, and what is found between its two sentences counts.\n"
     "Exit status 1 when --baseline shows a pair that was right and is wrong now.\n",
     1, command_eval},
    {"config", CONFIG, "[FILE]", "print the settings in force, and where each comes from",
     "Those that hold for FILE, or in the current folder: of the command line, of the nearest .belie.yaml\n"
     "there or above, and the defaults. What it prints is itself such a file.\n",
     0, command_config},
    {"dump", DUMP, "--stage STAGE FILE...", "print what a stage hands on",
     "The table of stages in README.md says what each is.\n", 1, command_dump},
    {"generate", GENERATE, "man | bash | zsh | fish", "print the man page, or what completes the command line in a shell",
     "  man   the man page\n"
     "  bash  completions, for $(pkg-config --variable=completionsdir bash-completion)/belie, or to be sourced\n"
     "  zsh   completions, as _belie in a folder of $fpath\n"
     "  fish  completions, for ~/.config/fish/completions/belie.fish\n"
     "meson install puts each in its place.\n",
     1, command_generate, &generate_actions},
};

const size_t command_count = sizeof commands / sizeof *commands;

#define AT(member) offsetof(struct settings, member)

const struct option option_table[] = {
    {"against", 'a', "PATH", CHECK | REPORT | CLAIMS, OPTION_LIST, AT(against),
     "prior coverage, a file or a folder, to hold the FILEs against; repeatable", {0}},
    {"archive", 0, "FILE", CHECK | REPORT | ARCHIVE | CONFIG | RULES, OPTION_LIST, AT(archives),
     "check, report: hold the FILEs against this archive, too; repeatable. archive: the file", {0}},
    {"since", 0, "DAY", CHECK | REPORT, OPTION_WORD, AT(since), "archives: only what was published on DAY (2025-12-03) or later", {0}},
    {"until", 0, "DAY", CHECK | REPORT, OPTION_WORD, AT(until), "archives: only what was published on DAY or earlier", {0}},
    {"outlet", 0, "NAME", CHECK | REPORT, OPTION_WORD, AT(outlet), "archives: only what this outlet published", {0}},
    {"format", 'f', "FORMAT", ARCHIVE, OPTION_WORD, AT(format), "list, show, stats, corrections: text (the usual) or jsonl", {"text", "jsonl"}},
    {"format", 'f', "FORMAT", CHECK | COMPARE, OPTION_WORD, AT(format), "text (the usual) or one of the formats below", {0},
     belie_format_name, belie_format_about},
    {"output", 'o', "FILE", REPORT, OPTION_WORD, AT(output),
     "write to FILE, not to standard output: whole or, if that fails, not at all", {0}},
    {"format", 'f', "FORMAT", REPORT, OPTION_WORD, AT(format),
     "html (the usual), markdown, csv or json; else by the ending of --output", {"html", "markdown", "csv", "json"}},
    {"since-report", 0, "FILE", REPORT, OPTION_WORD, AT(since_report),
     "an earlier report in format json: tell what is new", {0}},
    {"format", 'f', "FORMAT", CONFIG, OPTION_WORD, AT(format), "text (the usual: YAML) or json", {"text", "json"}},
    {"format", 'f', "FORMAT", EVAL, OPTION_WORD, AT(format), "text (the usual) or json, for --baseline", {"text", "json"}},
    {"baseline", 'b', "FILE", EVAL, OPTION_WORD, AT(baseline),
     "what eval --format json wrote earlier: list the pairs that changed", {0}},
    {"format", 'f', "FORMAT", CLAIMS, OPTION_WORD, AT(format), "text (the usual) or jsonl", {"text", "jsonl"}},
    {"format", 'f', "FORMAT", RULES, OPTION_WORD, AT(format), "rules coverage: text (the usual) or json", {"text", "json"}},
    {"fail-level", 0, "LEVEL", CHECK | COMPARE | CONFIG, OPTION_WORD, AT(fail_level),
     "exit 1 for findings of this severity or above: error, warning (the usual), note, never",
     {"error", "warning", "note", "never"}},
    {"waivers", 0, "FILE", CHECK | REPORT | COMPARE | CONFIG, OPTION_WORD, AT(waivers),
     "findings that may stand, by id and with a reason", {0}},
    {"show-waived", 0, NULL, CHECK | COMPARE, OPTION_FLAG, AT(show_waived), "print waived findings too, with the reasons", {0}},
    {"baseline", 'b', "FILE", CHECK | REPORT | COMPARE, OPTION_WORD, AT(baseline), "count only findings that are not in it", {0}},
    {"write-baseline", 0, "FILE", CHECK | COMPARE, OPTION_WORD, AT(write_baseline), "write all findings to it: from now on they are known", {0}},
    {"prune-baseline", 0, NULL, CHECK | COMPARE, OPTION_FLAG, AT(prune_baseline),
     "drop the entries of --baseline whose finding is gone", {0}},
    {"stage", 's', "STAGE", DUMP, OPTION_WORD, AT(stage), "blocks, sentences, tokens, clauses, mentions or claims",
     {"blocks", "sentences", "tokens", "clauses", "mentions", "claims"}},
    {"verbose", 'v', NULL, RULES, OPTION_FLAG, AT(verbose), "rules test: print every example, not only failures", {0}},
    {"verbose", 'v', NULL, EVAL, OPTION_FLAG, AT(verbose), "print the pairs that were missed or are noisy, and why", {0}},
    {"rules", 'r', "DIR", EVERY, OPTION_LIST, AT(packs), "a further rule pack; repeatable", {0}},
    {"config", 0, "FILE", EVERY, OPTION_WORD, AT(config_path), "read the settings from FILE, not from the nearest .belie.yaml", {0}},
    {"no-config", 0, NULL, EVERY, OPTION_FLAG, AT(no_config), "read no .belie.yaml", {0}},
    {"threads", 'j', "N", CHECK | REPORT | CLAIMS | EVAL | RULES | ARCHIVE | VERIFY, OPTION_NUMBER, AT(threads), "threads to read with; 0, the usual, is one a processor", {0}},
    {"color", 0, "WHEN", CHECK | COMPARE, OPTION_WORD, AT(color),
     "auto (the usual: on a terminal, unless NO_COLOR is set), always or never", {"auto", "always", "never"}},
    {"width", 0, "COLUMNS", CHECK | COMPARE | EXPLAIN_RULE, OPTION_NUMBER, AT(width), "wrap at this width; the usual is the terminal's", {0}},
    {"help", 'h', NULL, EVERY, OPTION_FLAG, AT(help), "print help", {0}},
    {"version", 'V', NULL, EVERY, OPTION_FLAG, AT(version), "print the version", {0}},
};

const size_t option_count = sizeof option_table / sizeof *option_table;

static void print_option(const struct option *o) {
    char left[64];
    int length = snprintf(left, sizeof left, o->letter ? "-%c, " : "    ", o->letter);
    snprintf(left + length, sizeof left - (size_t)length, "--%s%s%s", o->name, o->argument ? " " : "",
             o->argument ? o->argument : "");
    printf("  %-24s %s\n", left, o->about);
}

const char *option_choice(const struct option *o, size_t index) {
    if (o->choice) return o->choice(index);
    return index < sizeof o->choices / sizeof *o->choices ? o->choices[index] : NULL;
}

bool option_is_common(const struct option *o) {
    return o->commands == EVERY;
}

static void print_choices(const struct option *o) {
    if (!o->choice_about) return;
    printf("\nEach %s:\n", o->argument);
    for (size_t i = 0; option_choice(o, i); i++) printf("  %-24s %s\n", option_choice(o, i), o->choice_about(i));
}

static void print_command_help(const struct command *c) {
    printf("belie %s %s\n\n%s\nOptions:\n", c->name, c->operands, c->details);
    for (size_t i = 0; i < option_count; i++)
        if (option_table[i].commands & c->bit) print_option(&option_table[i]);
    for (size_t i = 0; i < option_count; i++)
        if (option_table[i].commands & c->bit) print_choices(&option_table[i]);
}

static void print_help(void) {
    puts("belie: finds claims in news text that cannot both be true\n\nUsage: belie COMMAND [OPTIONS]\n\nCommands:");
    for (size_t i = 0; i < command_count; i++) {
        char left[64];
        snprintf(left, sizeof left, "%s %s", commands[i].name, commands[i].operands);
        if (strlen(left) <= 24) printf("  %-24s %s\n", left, commands[i].about);
        else printf("  %s\n  %-24s %s\n", left, "", commands[i].about);
    }
    puts("\nOptions of every command:");
    for (size_t i = 0; i < option_count; i++)
        if (option_is_common(&option_table[i])) print_option(&option_table[i]);
    puts("\nbelie COMMAND --help tells more. Exit status: 0 nothing found, 1 findings, 2 something could not be done.");
}

/* The option by its name of `length` bytes or, with length 1 and one dash, by its letter; of this command first. */
static const struct option *find_option(const char *name, size_t length, bool letter, unsigned bit) {
    for (size_t i = 0; i < option_count; i++) {
        const struct option *o = &option_table[i];
        bool same = letter ? o->letter == *name : strlen(o->name) == length && memcmp(o->name, name, length) == 0;
        if (same && o->commands & bit) return o;
    }
    return NULL;
}

static enum status unknown_option(const char *argument, size_t length, const struct command *c) {
    struct nearest nearest = nearest_start(argument + 2, length > 2 ? length - 2 : 0);
    for (size_t i = 0; i < option_count; i++)
        if (option_table[i].commands & c->bit) nearest_try(&nearest, option_table[i].name);
    const char *help = "see belie COMMAND --help";
    if (nearest.best) return complain("unknown option %.*s of belie %s; did you mean --%s?", (int)length, argument, c->name, nearest.best);
    return complain("unknown option %.*s of belie %s; %s", (int)length, argument, c->name, help);
}

static enum status unknown_command(const char *name) {
    struct nearest nearest = nearest_start(name, strlen(name));
    for (size_t i = 0; i < command_count; i++) nearest_try(&nearest, commands[i].name);
    if (nearest.best) return complain("unknown command %s; did you mean %s?", name, nearest.best);
    return complain("unknown command %s; see belie --help", name);
}

static bool is_choice(const struct option *o, const char *value) {
    if (!option_choice(o, 0)) return true;
    for (size_t i = 0; option_choice(o, i); i++)
        if (strcmp(option_choice(o, i), value) == 0) return true;
    return false;
}

static void unknown_choice(const struct option *o, const char *value) {
    struct nearest nearest = nearest_start(value, strlen(value));
    for (size_t i = 0; option_choice(o, i); i++) nearest_try(&nearest, option_choice(o, i));
    if (nearest.best) complain("--%s %s is not possible; did you mean %s?", o->name, value, nearest.best);
    else complain("--%s %s is not possible: %s", o->name, value, o->choice ? "see belie COMMAND --help" : o->about);
}

static bool read_number(const char *digits, size_t *out) {
    *out = 0;
    for (const char *at = digits; *at; at++) {
        if (*at < '0' || *at > '9' || *out > 100000) return false;
        *out = *out * 10 + (size_t)(*at - '0');
    }
    return *digits != '\0';
}

static void add_string(struct strings *list, const char *item) {
    list->items[list->count++] = item;
}

static bool set_option(struct settings *s, const struct option *o, const char *value) {
    char *at = (char *)s + o->offset;
    switch (o->kind) {
    case OPTION_FLAG: *(bool *)at = true; return true;
    case OPTION_LIST: add_string((struct strings *)at, value); return true;
    case OPTION_NUMBER:
        if (read_number(value, (size_t *)at)) return true;
        complain("--%s %s is not a number", o->name, value);
        return false;
    case OPTION_WORD: break;
    }
    *(const char **)at = value;
    if (is_choice(o, value)) return true;
    unknown_choice(o, value);
    return false;
}

struct arguments {
    int count, at;
    char **items;
};

/* "--name", "--name=value", "-n", "-nvalue" */
static bool read_option(struct arguments *a, const struct command *c, struct settings *s) {
    const char *argument = a->items[a->at++], *equals = strchr(argument, '=');
    bool letter = argument[1] != '-';
    size_t length = equals && !letter ? (size_t)(equals - argument) : strlen(argument);
    const struct option *o = find_option(argument + 2 - letter, length - 2 + letter, letter, c->bit);
    if (!o) return unknown_option(argument, length, c), false;
    const char *value = letter ? (argument[2] ? argument + 2 : NULL) : equals ? equals + 1 : NULL;
    if (!o->argument && value) return complain("--%s takes no value", o->name), false;
    if (o->argument && !value) {
        if (a->at == a->count) return complain("--%s needs a value, %s", o->name, o->argument), false;
        value = a->items[a->at++];
    }
    return set_option(s, o, value);
}

static bool read_arguments(struct arguments *a, const struct command *c, struct settings *s) {
    bool only_operands = false;
    while (a->at < a->count) {
        const char *argument = a->items[a->at];
        if (!only_operands && strcmp(argument, "--") == 0) {
            only_operands = true;
            a->at++;
        } else if (only_operands || argument[0] != '-' || argument[1] == '\0') {
            add_string(&s->operands, argument);
            a->at++;
        } else if (!read_option(a, c, s)) {
            return false;
        }
    }
    return true;
}

static const struct command *find_command(const char *name) {
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    return NULL;
}

static bool room(struct settings *s, int count) {
    struct strings *lists[] = {&s->against, &s->packs, &s->archives, &s->operands};
    bool ok = true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        lists[i]->items = calloc((size_t)count + 1, sizeof *lists[i]->items);
        ok = ok && lists[i]->items;
    }
    return ok;
}

/* What can stand in the place of a command. */
static bool is_request(const char *argument, const char *letter, const char *name) {
    return strcmp(argument, letter) == 0 || strcmp(argument, name) == 0;
}

static enum status print_version(void) {
    printf("belie %s\n", belie_version());
    return STATUS_NOTHING;
}

static enum status without_command(const char *first) {
    if (is_request(first, "-V", "--version")) return print_version();
    if (!is_request(first, "-h", "--help") && strcmp(first, "help") != 0) return unknown_command(first);
    print_help();
    return STATUS_NOTHING;
}

const struct command *options_read(int count, char **arguments, struct settings *s, enum status *status) {
    *s = (struct settings){0};
    *status = STATUS_TROUBLE;
    if (count < 2) return complain("no command; see belie --help"), NULL;
    const struct command *c = find_command(arguments[1]);
    if (!c) return *status = without_command(arguments[1]), NULL;
    struct arguments rest = {count, 2, arguments};
    if (!room(s, count)) return complain("out of memory"), NULL;
    if (!read_arguments(&rest, c, s)) return NULL;
    if (s->help) return print_command_help(c), *status = STATUS_NOTHING, NULL;
    if (s->version) return *status = print_version(), NULL;
    if (s->operands.count < c->least) return complain("belie %s needs %s", c->name, c->operands), NULL;
    return c;
}

const char *settings_archive(const struct settings *s) {
    return s->archives.count ? s->archives.items[0] : ".belie/archive.db";
}

void options_release(struct settings *s) {
    free(s->against.items);
    free(s->packs.items);
    free(s->archives.items);
    free(s->operands.items);
}
