#include "document/document.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool cannot_read(struct text path, int error, struct belie_error *e) {
    char scratch[SYSTEM_REASON];
    if (error == EISDIR) return error_set(e, BELIE_CANNOT_READ, path, "is a directory, not a file; not read");
    return error_set(e, BELIE_CANNOT_READ, path, "cannot be read: %s", system_reason(error, scratch));
}

static bool too_large(struct text path, size_t limit, struct belie_error *e) {
    if (limit >= (size_t)1 << 20)
        return error_set(e, BELIE_BAD_TEXT, path, "larger than %zu MiB, not read", limit >> 20);
    return error_set(e, BELIE_BAD_TEXT, path, "larger than %zu bytes, not read", limit);
}

static bool read_all(int file, struct text path, size_t limit, struct buffer *out, struct belie_error *e) {
    char chunk[64 * 1024];
    for (;;) {
        ssize_t count = read(file, chunk, sizeof chunk);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return cannot_read(path, errno, e);
        if (count == 0) return out->failed ? error_no_memory(e) : true;
        if ((size_t)count > limit - out->length) return too_large(path, limit, e);
        buffer_append(out, chunk, (size_t)count);
        if (out->failed) return error_no_memory(e);
    }
}

/* A terminated copy of the path, which may hold no NUL byte; the caller frees it. */
static char *path_for_system(struct text path) {
    if (path.length && memchr(path.bytes, 0, path.length)) return NULL;
    return strndup(path.length ? path.bytes : "", path.length);
}

/* What the size says at first may change while a file is read, so it only decides what not to begin. */
static bool check_file(int file, struct text path, size_t limit, struct belie_error *e) {
    struct stat status;
    if (fstat(file, &status)) return cannot_read(path, errno, e);
    if (S_ISDIR(status.st_mode)) return cannot_read(path, EISDIR, e);
    if (S_ISREG(status.st_mode) && (uintmax_t)status.st_size > limit) return too_large(path, limit, e);
    return true;
}

bool file_read(struct text path, size_t limit, struct buffer *out, struct belie_error *e) {
    buffer_clear(out);
    if (text_equal(path, TEXT("-"))) return read_all(STDIN_FILENO, path, limit, out, e);
    char *name = path_for_system(path);
    if (!name) return error_set(e, BELIE_CANNOT_READ, path, "is not a file name, nothing was read");
    int file = open(name, O_RDONLY | O_CLOEXEC);
    bool read = file >= 0 ? check_file(file, path, limit, e) && read_all(file, path, limit, out, e)
                          : cannot_read(path, errno, e);
    if (file >= 0) close(file);
    free(name);
    return read;
}
