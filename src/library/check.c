#include "library/check.h"

#include "base/limits.h"
#include "library/folder.h"
#include "library/rules.h"

#include <stdlib.h>
#include <sys/stat.h>

belie_check *belie_check_new(const belie_rules *rules) {
    belie_check *check = calloc(1, sizeof *check);
    if (check) *check = (belie_check){.rules = rules->rules, .today = NO_DATE};
    return check;
}

void belie_check_free(belie_check *check) {
    if (!check) return;
    for (size_t i = 0; i < check->entries.count; i++) buffer_release(&check->entries.items[i].article.bytes);
    symbols_release(&check->files);
    symbols_release(&check->lines.paths);
    priors_release(check);
    keepers_release(&check->keepers);
    arena_release(&check->arena);
    free(check);
}

void belie_check_set_threads(belie_check *check, unsigned threads) {
    check->threads = threads;
}

static struct entry *add_entry(belie_check *check, struct text path, enum belie_role role, struct belie_error *e) {
    struct text copy = arena_text(&check->arena, path);
    struct entry *entry = list_add(&check->arena, &check->entries);
    if (!entry || check->arena.failed) return error_no_memory(e), NULL;
    entry->article.path = copy;
    entry->role = role;
    check->against |= role == BELIE_PRIOR;
    return entry;
}

/* Adds a file on disk, unless it was added before, by whatever path: it must not be compared with itself. */
static bool add_on_disk(belie_check *check, struct text path, const struct stat *status, enum belie_role role,
                        struct belie_error *e) {
    uint64_t id[2] = {status->st_dev, status->st_ino};
    symbol file = symbols_intern(&check->files, (struct text){(const char *)id, sizeof id});
    if (!file) return error_no_memory(e);
    if (file <= check->file_entries.count) {
        struct entry *known = &check->entries.items[check->file_entries.items[file - 1]];
        if (role == BELIE_DRAFT) known->role = BELIE_DRAFT;
        check->against |= role == BELIE_PRIOR;
        return true;
    }
    uint32_t *entry = list_add(&check->arena, &check->file_entries);
    if (!entry) return error_no_memory(e);
    *entry = (uint32_t)check->entries.count;
    return add_entry(check, path, role, e) != NULL;
}

static bool add_file(belie_check *check, struct text path, enum belie_role role, struct belie_error *e) {
    struct stat status;
    if (stat(path.bytes, &status) == 0 && S_ISREG(status.st_mode)) return add_on_disk(check, path, &status, role, e);
    return add_entry(check, path, role, e) != NULL;
}

bool belie_check_add_path(belie_check *check, const char *path, enum belie_role role, struct belie_error *error) {
    struct paths articles = {0};
    if (!folder_is(path)) return add_file(check, text_of(path), role, error);
    bool listed = folder_articles(&check->arena, path, &articles, error);
    check->against |= role == BELIE_PRIOR; /* an empty archive is an archive */
    for (size_t i = 0; i < articles.items.count; i++)
        if (!add_file(check, articles.items.items[i], role, error)) return false;
    return listed;
}

bool belie_check_add_text(belie_check *check, const char *name, const char *bytes, size_t length, enum belie_role role,
                          struct belie_error *error) {
    struct entry *entry = add_entry(check, text_of(name), role, error);
    if (!entry) return false;
    entry->article.given = true;
    buffer_append(&entry->article.bytes, bytes, length);
    return !entry->article.bytes.failed || error_no_memory(error);
}

bool belie_check_add_claims(belie_check *check, const char *name, const char *bytes, size_t length,
                            struct belie_error *error) {
    return claim_lines_read(&check->arena, check->rules, text_of(name), (struct text){bytes, length}, &check->lines,
                            error);
}

size_t belie_check_document_count(const belie_check *check) {
    return check->entries.count + check->lines.documents.count;
}

const char *belie_check_document_path(const belie_check *check, size_t index) {
    size_t entries = check->entries.count;
    if (index < entries) return check->entries.items[index].article.path.bytes;
    return index - entries < check->lines.documents.count ? check->lines.documents.items[index - entries].path.bytes
                                                          : NULL;
}

size_t belie_check_problem_count(const belie_check *check) {
    return check->problems.count;
}

const struct belie_error *belie_check_problem(const belie_check *check, size_t index) {
    return index < check->problems.count ? &check->problems.items[index] : NULL;
}

size_t belie_check_warning_count(const belie_check *check) {
    return check->warnings.count;
}

const struct belie_error *belie_check_warning(const belie_check *check, size_t index) {
    return index < check->warnings.count ? &check->warnings.items[index] : NULL;
}

bool check_ran(const belie_check *check, struct belie_error *e) {
    return check->ran || error_set(e, BELIE_BAD_REQUEST, TEXT(""), "the check has not been run");
}

bool check_stages(belie_check *check, size_t index, struct worker *w, struct stages *out, struct belie_error *e) {
    *w = (struct worker){0};
    if (index >= check->entries.count)
        return error_set(e, BELIE_BAD_REQUEST, TEXT(""), "there is no text of document %zu", index + 1);
    struct article *article = &check->entries.items[index].article;
    if (!article->given) {
        buffer_clear(&article->bytes);
        if (!file_read(article->path, LIMIT_DOCUMENT_BYTES, &article->bytes, e)) return false;
        article->given = true; /* standard input can be read only once */
    }
    return worker_start(w, check->rules, e) &&
           pipeline_stages(w, article->path, buffer_view(&article->bytes), 0, out, e);
}
