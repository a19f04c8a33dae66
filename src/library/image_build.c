/* The build-time program that makes the image of the packs in a folder. Packs with a mistake in them get no image: the
 * mistake is told by whoever loads them. */
#include "base/embed.h"
#include "library/folder.h"
#include "rules/image.h"
#include "rules/pack.h"

#include <stdio.h>

enum { MOST_BYTES = 256 * 1024 * 1024 };

struct build {
    struct arena arena;
    struct paths folders;
    struct buffer image;
};

static bool make_image(struct build *b) {
    struct belie_error e = {0};
    struct rules *twice[2] = {0};
    const char *problem = NULL;
    uint64_t key = 0;
    for (int i = 0; i < 2; i++)
        twice[i] = rules_load_apart(b->folders.items.items, b->folders.items.count, MOST_BYTES, &key, &e);
    if (!twice[0] || !twice[1])
        fprintf(stderr, "no image of the rules: %s:%zu: %s\n", e.path, e.line, e.message);
    else if (!image_write((const struct rules *const *)twice, key, &b->image, &problem))
        fprintf(stderr, "no image of the rules: there is %s\n", problem);
    rules_free(twice[0]);
    rules_free(twice[1]);
    return !problem;
}

static void name_dependency(struct buffer *out, struct text path) {
    buffer_string(out, " \\\n  ");
    for (size_t i = 0; i < path.length; i++) {
        if (path.bytes[i] == ' ' || path.bytes[i] == '#') buffer_char(out, '\\');
        if (path.bytes[i] == '$') buffer_char(out, '$');
        buffer_char(out, path.bytes[i]);
    }
}

/* What must make the image anew: any file, and any folder, so that a new file is seen. */
static bool save_dependencies(struct build *b, const char *path, const char *image, const char *folder) {
    struct belie_error e = {0};
    struct buffer out = {0};
    buffer_format(&out, "%s:", image);
    name_dependency(&out, text_of(folder));
    for (size_t i = 0; i < b->folders.items.count; i++) {
        struct pack_files files = {0};
        if (!pack_files(&b->arena, b->folders.items.items[i], &files, &e)) continue;
        name_dependency(&out, files.path);
        for (size_t k = 0; k < files.paths.count; k++) name_dependency(&out, files.paths.items[k]);
    }
    buffer_char(&out, '\n');
    bool good = embed_save(path, &out);
    buffer_release(&out);
    return good;
}

int main(int count, char **arguments) {
    if (count != 5) return fprintf(stderr, "usage: %s FOLDER IMAGE ASSEMBLY DEPENDENCIES\n", arguments[0]), 2;
    struct build b = {0};
    struct belie_error e = {0};
    bool good = folder_packs(&b.arena, arguments[1], &b.folders, &e);
    if (!good) fprintf(stderr, "%s: %s\n", e.path, e.message);
    good = good && make_image(&b) && embed_save(arguments[2], &b.image) &&
           embed_assembly(arguments[3], "rules_image", arguments[2]) &&
           save_dependencies(&b, arguments[4], arguments[2], arguments[1]);
    buffer_release(&b.image);
    arena_release(&b.arena);
    return good ? 0 : 1;
}
