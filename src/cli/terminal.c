#include "cli/terminal.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_WIDTH = 80 };

enum status complain(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("belie: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return STATUS_TROUBLE;
}

int terminal_write(void *context, const char *bytes, size_t length) {
    (void)context;
    return fwrite(bytes, 1, length, stdout) != length;
}

enum status terminal_close(enum status status) {
    bool failed = ferror(stdout);
    int reason = errno;
    if (fflush(stdout) != 0) {
        if (!failed) reason = errno;
        failed = true;
    }
    if (fclose(stdout) != 0 && !failed) {
        reason = errno;
        failed = true;
    }
    if (!failed) return status;
    return complain("cannot write to standard output: %s", strerror(reason));
}

bool terminal_color(const struct settings *s) {
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (s->color && strcmp(s->color, "auto") != 0) return strcmp(s->color, "always") == 0;
    if (no_color && *no_color) return false;
    return isatty(STDOUT_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
}

unsigned terminal_width(const struct settings *s) {
    struct winsize size;
    if (s->width) return (unsigned)s->width;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col) return size.ws_col;
    return USUAL_WIDTH;
}

enum status terminal_error(const struct belie_error *error) {
    char text[2048];
    belie_error_text(error, text, sizeof text);
    fprintf(stderr, "%s%s\n", error->path[0] ? "" : "belie: ", text);
    return STATUS_TROUBLE;
}
