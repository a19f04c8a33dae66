/* Completions for fish: a line for each command, action and option. */
#include "cli/generate.h"

#include <stdio.h>

static void option(const struct command *c, const struct option *o) {
    printf("complete -c belie -n '__fish_seen_subcommand_from %s' -l %s", c->name, o->name);
    if (o->letter) printf(" -s %c", o->letter);
    switch (option_completion(o)) {
    case COMPLETE_CHOICES:
        printf(" -x -a '");
        for (size_t i = 0; option_choice(o, i); i++) printf("%s%s", i ? " " : "", option_choice(o, i));
        printf("'");
        break;
    case COMPLETE_FILES: printf(" -r -F"); break;
    case COMPLETE_FOLDERS: printf(" -x -a '(__fish_complete_directories)'"); break;
    case COMPLETE_NOTHING:
    case COMPLETE_RULES:
        if (o->argument) printf(" -x");
        break;
    }
    printf(" -d '");
    print_escaped(o->about, "'\\");
    printf("'\n");
}

static void actions(const struct command *c) {
    const struct action *action;
    printf("complete -c belie -n '__fish_seen_subcommand_from %s; and test (count (commandline -opc)) -eq 2' -f -a '", c->name);
    for (size_t i = 0; (action = action_at(c->actions, i)); i++) printf("%s%s", i ? " " : "", action->name);
    printf("'\n");
}

static void command(const struct command *c) {
    const struct option *o;
    printf("complete -c belie -n __fish_use_subcommand -f -a %s -d '", c->name);
    print_escaped(c->about, "'\\");
    printf("'\n");
    for (size_t i = 0; i < option_count; i++)
        if ((o = command_option(c, i))) option(c, o);
    if (c->actions) actions(c);
    if (operand_completion(c) == COMPLETE_RULES)
        printf("complete -c belie -n '__fish_seen_subcommand_from %s' -f -a '(belie rules list 2>/dev/null | string match -rg "
               "\"^([^ /]+/[^ ]+)  \")'\n",
               c->name);
}

void generate_fish(void) {
    puts("# Completions of belie for fish, made by belie generate fish.");
    for (size_t i = 0; i < command_count; i++) command(&commands[i]);
}
