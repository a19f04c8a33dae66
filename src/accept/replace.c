#include "accept/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ATTEMPTS = 100 };

/* A file that is being replaced. */
struct replacement {
    char *target;    /* what `path` leads to */
    char *temporary; /* beside it, so that both are on one disk */
    int file;
};

static bool cannot_write(struct text path, int reason, struct belie_error *e) {
    char scratch[SYSTEM_REASON];
    if (reason == EISDIR) return error_set(e, BELIE_CANNOT_WRITE, path, "is a directory, not a file; not written");
    if (reason == EINVAL) return error_set(e, BELIE_CANNOT_WRITE, path, "is not an ordinary file, not written");
    return error_set(e, BELIE_CANNOT_WRITE, path, "cannot be written: %s", system_reason(reason, scratch));
}

/* Where the last name in a path begins. */
static size_t name_start(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* A link to a file that is not there yet leads nowhere, and is replaced itself. */
static char *follow(struct text path) {
    char *copy = strndup(path.length ? path.bytes : "", path.length);
    char *real = copy && *copy ? realpath(copy, NULL) : NULL;
    if (!real) return copy;
    free(copy);
    return real;
}

/* May what stands there be replaced? *mode is that of a file there, or 0. */
static int check_target(const char *target, mode_t *mode) {
    struct stat status;
    *mode = 0;
    if (!*target) return ENOENT;
    if (stat(target, &status) != 0) return errno == ENOENT ? 0 : errno;
    if (S_ISDIR(status.st_mode)) return EISDIR;
    if (!S_ISREG(status.st_mode)) return EINVAL;
    *mode = status.st_mode & 07777;
    return access(target, W_OK) == 0 ? 0 : errno;
}

/* Not by mkstemp: a file that is new shall have the permissions that the user's mask gives. */
static int open_temporary(struct replacement *r, mode_t mode) {
    size_t name = name_start(r->target);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        char *path;
        if (asprintf(&path, "%.*s.%s.%ld-%d", (int)name, r->target, r->target + name, (long)getpid(), attempt) < 0)
            return ENOMEM;
        r->file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (r->file >= 0) {
            r->temporary = path;
            return !mode || fchmod(r->file, mode) == 0 ? 0 : errno;
        }
        int reason = errno;
        free(path);
        if (reason != EEXIST) return reason;
    }
    return EEXIST;
}

static int write_all(int file, struct text bytes) {
    for (size_t done = 0; done < bytes.length;) {
        ssize_t count = write(file, bytes.bytes + done, bytes.length - done);
        if (count < 0 && errno != EINTR) return errno;
        if (count > 0) done += (size_t)count;
    }
    return fsync(file) == 0 ? 0 : errno;
}

/* The new name is on the disk only when its folder is. Some file systems cannot do it, and the file is whole anyway. */
static void sync_folder(const char *target) {
    size_t name = name_start(target);
    char *folder = name ? strndup(target, name) : strdup(".");
    int file = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (file >= 0) {
        fsync(file);
        close(file);
    }
    free(folder);
}

static int replace(struct replacement *r, struct text bytes) {
    mode_t mode;
    int reason = check_target(r->target, &mode);
    if (!reason) reason = open_temporary(r, mode);
    if (!reason) reason = write_all(r->file, bytes);
    if (r->file >= 0 && close(r->file) != 0 && !reason) reason = errno;
    if (!reason && rename(r->temporary, r->target) != 0) reason = errno;
    if (reason && r->temporary) unlink(r->temporary);
    if (!reason) sync_folder(r->target);
    return reason;
}

bool file_replace(struct text path, struct text bytes, struct belie_error *e) {
    struct replacement r = {.target = follow(path), .file = -1};
    int reason = r.target ? replace(&r, bytes) : ENOMEM;
    free(r.target);
    free(r.temporary);
    return !reason || cannot_write(path, reason, e);
}
