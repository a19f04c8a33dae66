/* One function a command, one file a function. */
#ifndef BELIE_CLI_COMMANDS_H
#define BELIE_CLI_COMMANDS_H

#include "cli/action.h"
#include "cli/options.h"

enum status command_check(const struct settings *s);
enum status command_report(const struct settings *s);
enum status command_claims(const struct settings *s);
enum status command_archive(const struct settings *s);
enum status command_verify(const struct settings *s);
enum status command_compare(const struct settings *s);
enum status command_explain(const struct settings *s);
enum status command_rules(const struct settings *s);
enum status command_eval(const struct settings *s);
enum status command_config(const struct settings *s);
enum status command_dump(const struct settings *s);
enum status command_explain_rule(const struct settings *s);
enum status command_generate(const struct settings *s);

/* What those can do whose first operand says it. */
extern const struct actions archive_actions, rules_actions, generate_actions;

#endif
