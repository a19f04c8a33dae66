/* Completions for zsh: a file of its function path. */
#include "cli/generate.h"

#include <stdio.h>
#include <string.h>

/* Inside single quotes; `special` is what means something to zsh there. */
static void quoted(const char *words, const char *special) {
    for (; *words; words++) {
        if (*words == '\'') printf("'\\'");
        else if (strchr(special, *words)) putchar('\\');
        putchar(*words);
    }
}

/* What follows the description in a specification: ":FORMAT:(text json)". */
static void value(const struct option *o) {
    if (!o->argument) return;
    printf(":%s:", o->argument);
    switch (option_completion(o)) {
    case COMPLETE_CHOICES:
        for (size_t i = 0; option_choice(o, i); i++) printf("%s%s", i ? " " : "(", option_choice(o, i));
        printf(")");
        return;
    case COMPLETE_FILES: printf("_files"); return;
    case COMPLETE_FOLDERS: printf("_files -/"); return;
    case COMPLETE_NOTHING:
    case COMPLETE_RULES: printf(" "); return;
    }
}

/* '(-a --against)'{-a,--against}'[prior coverage]:PATH:_files' */
static void option(const struct option *o) {
    printf("            ");
    if (option_repeats(o)) printf("'*'");
    else if (o->letter) printf("'(-%c --%s)'", o->letter, o->name);
    if (o->letter) printf("{-%c,--%s}", o->letter, o->name);
    else printf("--%s", o->name);
    printf("'[");
    quoted(o->about, "[]:\\");
    printf("]");
    value(o);
    printf("' \\\n");
}

static void operands(const struct command *c) {
    const struct action *action;
    if (c->actions) {
        printf("            '1:action:(");
        for (size_t i = 0; (action = action_at(c->actions, i)); i++) printf("%s%s", i ? " " : "", action->name);
        printf(")' \\\n");
    }
    if (operand_completion(c) == COMPLETE_RULES) puts("            '1:rule:_belie_rules'");
    else puts("            '*:file:_files'");
}

static void command(const struct command *c) {
    const struct option *o;
    printf("    %s)\n        _arguments -s \\\n", c->name);
    for (size_t i = 0; i < option_count; i++)
        if ((o = command_option(c, i))) option(o);
    operands(c);
    puts("        ;;");
}

void generate_zsh(void) {
    puts("#compdef belie\n"
         "# Completions of belie for zsh, made by belie generate zsh.\n"
         "_belie_rules() {\n"
         "    local -a rules=(${(f)\"$(belie rules list 2>/dev/null | sed -n 's/^\\([^ /]*\\/[^ ]*\\)  .*/\\1/p')\"})\n"
         "    compadd -a rules\n"
         "}\n"
         "_belie() {\n"
         "    local state line curcontext=$curcontext\n"
         "    local -a commands=(");
    for (size_t i = 0; i < command_count; i++) {
        printf("        '%s:", commands[i].name);
        quoted(commands[i].about, "\\");
        puts("'");
    }
    puts("    )\n"
         "    _arguments -C '1:command:->command' '*::argument:->argument'\n"
         "    if [[ $state == command ]]; then\n"
         "        _describe command commands\n"
         "        return\n"
         "    fi\n"
         "    case $line[1] in");
    for (size_t i = 0; i < command_count; i++) command(&commands[i]);
    puts("    esac\n"
         "}\n"
         "_belie \"$@\"");
}
