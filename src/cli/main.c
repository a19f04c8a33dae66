/* The program: reads the command line, runs one command, and says by its exit status what came of it. */
#include "cli/config.h"
#include "cli/terminal.h"

#include <signal.h>

int main(int count, char **arguments) {
    struct settings settings;
    enum status status;
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of writing like others */
    const struct command *command = options_read(count, arguments, &settings, &status);
    if (command && !config_open(&settings, command)) status = STATUS_TROUBLE;
    else if (command) status = command->run(&settings);
    config_close(&settings);
    options_release(&settings);
    return (int)terminal_close(status);
}
