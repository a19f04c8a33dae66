#include "rules/pack.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_FOLDERS = 16, MAX_FILES = 10000 };

static struct text without_slashes(struct text folder) {
    while (folder.length > 1 && folder.bytes[folder.length - 1] == '/') folder.length--;
    return folder;
}

struct text pack_name(struct text folder) {
    folder = without_slashes(folder);
    size_t start = folder.length;
    while (start && folder.bytes[start - 1] != '/') start--;
    return text_slice(folder, start, folder.length);
}

static bool is_rule_file(struct text name) {
    return text_ends(name, TEXT(".yaml")) || text_ends(name, TEXT(".yml"));
}

static bool list_folder(struct arena *a, struct text folder, int depth, struct pack_files *out, struct belie_error *e);

/* A folder is listed, a rule file added, anything else passed over. */
static bool visit(struct arena *a, struct text path, int depth, struct pack_files *out, struct belie_error *e) {
    struct stat status;
    if (!path.length) return error_no_memory(e);
    if (stat(path.bytes, &status) != 0)
        return !is_rule_file(path) || error_set(e, BELIE_CANNOT_READ, path, "cannot read: %s", strerror(errno));
    if (S_ISDIR(status.st_mode)) return list_folder(a, path, depth + 1, out, e);
    if (!is_rule_file(path)) return true;
    if (out->paths.count == MAX_FILES) return error_set(e, BELIE_BAD_RULES, path, "more than %d rule files", MAX_FILES);
    struct text *room = list_add(a, &out->paths);
    if (!room) return error_no_memory(e);
    *room = path;
    return true;
}

static bool list_folder(struct arena *a, struct text folder, int depth, struct pack_files *out, struct belie_error *e) {
    if (depth > MAX_FOLDERS) return error_set(e, BELIE_BAD_RULES, folder, "folders nested too deeply");
    DIR *directory = opendir(folder.bytes);
    if (!directory) return error_set(e, BELIE_CANNOT_READ, folder, "cannot read the pack: %s", strerror(errno));
    bool good = true;
    errno = 0;
    for (struct dirent *entry; good && (entry = readdir(directory)); errno = 0)
        if (entry->d_name[0] != '.')
            good = visit(a, arena_format(a, "%.*s/%s", TEXT_ARGS(folder), entry->d_name), depth, out, e);
    if (good && errno) good = error_set(e, BELIE_CANNOT_READ, folder, "cannot read the pack: %s", strerror(errno));
    closedir(directory);
    return good;
}

static int compare_paths(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

bool pack_files(struct arena *a, struct text folder, struct pack_files *out, struct belie_error *e) {
    out->path = arena_text(a, without_slashes(folder));
    if (!list_folder(a, out->path, 0, out, e)) return false;
    if (!out->paths.count) return error_set(e, BELIE_BAD_RULES, out->path, "no .yaml file in the pack");
    qsort(out->paths.items, out->paths.count, sizeof *out->paths.items, compare_paths);
    return true;
}
