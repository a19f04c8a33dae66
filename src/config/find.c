#include "config/config.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_NAME "/.belie.yaml"

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* The real path of the folder where the search begins; the caller frees it. NULL when even the current one is gone. */
static char *first_folder(const char *start) {
    char *real = NULL;
    if (start && is_folder(start)) {
        real = realpath(start, NULL);
    } else if (start) {
        struct text path = text_of(start);
        while (path.length && path.bytes[path.length - 1] != '/') path.length--;
        char *folder = path.length ? strndup(path.bytes, path.length) : NULL;
        real = folder ? realpath(folder, NULL) : NULL;
        free(folder);
    }
    return real ? real : realpath(".", NULL);
}

/* A link counts even where it leads nowhere: then it cannot be read, which is better said than passed over. */
static bool exists(struct arena *a, struct text folder, struct text *path) {
    struct stat status;
    *path = arena_format(a, "%.*s" FILE_NAME, TEXT_ARGS(folder));
    return path->length && lstat(path->bytes, &status) == 0;
}

static struct text from_current(struct arena *a, struct text path) {
    char *current = realpath(".", NULL);
    struct text folder = text_of(current);
    if (text_starts(path, folder) && folder.length > 1 && path.bytes[folder.length] == '/')
        path = arena_text(a, text_slice(path, folder.length + 1, path.length));
    free(current);
    return path;
}

static bool is_other(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

bool config_find(struct arena *a, const char *start, struct text *out, struct belie_error *e) {
    *out = TEXT("");
    char *first = first_folder(start);
    struct text folder = text_of(first), path;
    bool found = false;
    while (folder.length && !found) {
        while (folder.length && folder.bytes[folder.length - 1] == '/') folder.length--;
        found = exists(a, folder, &path);
        while (folder.length && folder.bytes[folder.length - 1] != '/') folder.length--;
    }
    free(first);
    if (a->failed) return error_no_memory(e);
    if (!found) return true;
    *out = from_current(a, path);
    if (is_other(path.bytes)) return error_set(e, BELIE_CANNOT_READ, *out, "is not a file, nothing was checked");
    return !a->failed || error_no_memory(e);
}
