#include "library/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FOLDER_DEPTH = 64 };

bool folder_is(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool is_article(struct text name) {
    return text_ends(name, TEXT(".txt")) || text_ends(name, TEXT(".md")) || text_ends(name, TEXT(".markdown"));
}

static struct text path_in(struct arena *a, const char *folder, const char *name) {
    bool slash = folder[0] && folder[strlen(folder) - 1] == '/';
    return arena_format(a, "%s%s%s", folder, slash ? "" : "/", name);
}

static bool add(struct arena *a, struct paths *out, struct text path) {
    struct text *item = list_add(a, &out->items);
    if (item) *item = path;
    return item != NULL;
}

static int by_bytes(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static void sort_from(struct paths *p, size_t first) {
    if (p->items.count > first) qsort(p->items.items + first, p->items.count - first, sizeof(struct text), by_bytes);
}

typedef bool visit_entry(struct arena *a, struct text path, unsigned depth, struct paths *out, struct belie_error *e);

static bool each_entry(struct arena *a, const char *folder, unsigned depth, visit_entry *visit, struct paths *out,
                       struct belie_error *e) {
    DIR *listing = opendir(folder);
    if (!listing)
        return error_set(e, BELIE_CANNOT_READ, text_of(folder), "cannot list the folder: %s", strerror(errno));
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(listing));)
        if (entry->d_name[0] != '.') ok = visit(a, path_in(a, folder, entry->d_name), depth, out, e);
    closedir(listing);
    return ok;
}

static bool visit_article(struct arena *a, struct text path, unsigned depth, struct paths *out, struct belie_error *e) {
    struct stat status;
    if (a->failed) return error_no_memory(e);
    if (lstat(path.bytes, &status) == 0 && S_ISDIR(status.st_mode)) {
        if (depth < FOLDER_DEPTH) return each_entry(a, path.bytes, depth + 1, visit_article, out, e);
        return error_set(e, BELIE_CANNOT_READ, path, "folders are nested too deep, not read");
    }
    if (!is_article(path) || folder_is(path.bytes)) return true;
    return add(a, out, path) || error_no_memory(e);
}

bool folder_articles(struct arena *a, const char *folder, struct paths *out, struct belie_error *e) {
    size_t first = out->items.count;
    bool ok = each_entry(a, folder, 0, visit_article, out, e);
    sort_from(out, first);
    return ok;
}

static bool visit_pack(struct arena *a, struct text path, unsigned depth, struct paths *out, struct belie_error *e) {
    (void)depth;
    if (a->failed) return error_no_memory(e);
    return !folder_is(path.bytes) || add(a, out, path) || error_no_memory(e);
}

bool folder_packs(struct arena *a, const char *folder, struct paths *out, struct belie_error *e) {
    size_t first = out->items.count;
    bool ok = each_entry(a, folder, 0, visit_pack, out, e);
    sort_from(out, first);
    return ok;
}
