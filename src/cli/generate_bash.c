/* Completions for bash, without the help of bash-completion. */
#include "cli/generate.h"

#include <stdio.h>

/* Between quotes: the words stand in single ones, and none has any. */
static void choices(const struct option *o) {
    for (size_t i = 0; option_choice(o, i); i++) printf("%s%s", i ? " " : "", option_choice(o, i));
}

static void value(const struct option *o) {
    printf("        ");
    if (o->letter) printf("-%c | ", o->letter);
    printf("--%s) ", o->name);
    switch (option_completion(o)) {
    case COMPLETE_CHOICES:
        printf("_belie_words '");
        choices(o);
        printf("'; return ;;\n");
        return;
    case COMPLETE_FILES: printf("_belie_files -f; return ;;\n"); return;
    case COMPLETE_FOLDERS: printf("_belie_files -d; return ;;\n"); return;
    case COMPLETE_NOTHING:
    case COMPLETE_RULES: printf("return ;;\n"); return;
    }
}

static void command(const struct command *c) {
    const struct action *action;
    const struct option *o;
    printf("    %s)\n        case $before in\n", c->name);
    for (size_t i = 0; i < option_count; i++)
        if ((o = command_option(c, i)) && o->argument) value(o);
    printf("        esac\n        options='");
    for (size_t i = 0, n = 0; i < option_count; i++)
        if ((o = command_option(c, i))) printf("%s--%s", n++ ? " " : "", o->name);
    printf("'\n");
    if (c->actions) {
        printf("        first='");
        for (size_t i = 0; (action = action_at(c->actions, i)); i++) printf("%s%s", i ? " " : "", action->name);
        printf("'\n");
    }
    if (operand_completion(c) == COMPLETE_RULES) printf("        first=$(_belie_rules)\n");
    printf("        ;;\n");
}

void generate_bash(void) {
    puts("# Completions of belie for bash, made by belie generate bash.\n"
         "_belie_words() {\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$current\")\n"
         "}\n"
         "_belie_files() {\n"
         "    compopt -o filenames 2>/dev/null\n"
         "    mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$current\")\n"
         "}\n"
         "_belie_rules() {\n"
         "    belie rules list 2>/dev/null | sed -n 's/^\\([^ /]*\\/[^ ]*\\)  .*/\\1/p'\n"
         "}\n"
         "_belie() {\n"
         "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options='' first=''\n"
         "    COMPREPLY=()\n"
         "    # Bash takes --name=value for three words.\n"
         "    if [[ $current == '=' ]]; then current=''; elif [[ $before == '=' ]]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi\n"
         "    if ((COMP_CWORD == 1)); then");
    printf("        _belie_words '");
    for (size_t i = 0; i < command_count; i++) printf("%s ", commands[i].name);
    puts("help --help --version'\n"
         "        return\n"
         "    fi\n"
         "    case ${COMP_WORDS[1]} in");
    for (size_t i = 0; i < command_count; i++) command(&commands[i]);
    puts("    *) return ;;\n"
         "    esac\n"
         "    if [[ $current == -* ]]; then\n"
         "        _belie_words \"$options\"\n"
         "    elif [[ $first ]] && ((COMP_CWORD == 2)); then\n"
         "        _belie_words \"$first\"\n"
         "    else\n"
         "        _belie_files -f\n"
         "    fi\n"
         "}\n"
         "complete -F _belie belie");
}
