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

static bool is_below(struct text path, struct text folder) {
    return folder.length && path.length > folder.length && text_starts(path, folder) && path.bytes[folder.length] == '/';
}

/* From the current folder down, or straight up; else as it is. So output is the same wherever the folders lie. */
static struct text from_current(struct arena *a, struct text path) {
    struct text name = TEXT(FILE_NAME), above = text_slice(path, 0, path.length - name.length);
    char *real = realpath(".", NULL);
    struct text current = text_of(real);
    if (is_below(path, current)) {
        path = arena_text(a, text_slice(path, current.length + 1, path.length));
    } else if (is_below(current, above)) {
        struct buffer up = {0};
        for (size_t i = above.length; i < current.length; i++)
            if (current.bytes[i] == '/') buffer_string(&up, "../");
        path = arena_format(a, "%.*s%s", TEXT_ARGS(buffer_view(&up)), FILE_NAME + 1);
        a->failed |= up.failed;
        buffer_release(&up);
    }
    free(real);
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
