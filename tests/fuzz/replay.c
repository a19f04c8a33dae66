/* Runs a harness on saved inputs: every file of a folder. For compilers that have no libFuzzer.
 *   replay FOLDER */
#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static bool run_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    static const size_t limit = 1 << 20;
    uint8_t *bytes = malloc(limit);
    size_t length = bytes ? fread(bytes, 1, limit, file) : 0;
    fclose(file);
    uint8_t *exact = malloc(length ? length : 1); /* so that a sanitizer sees a read past the end */
    for (size_t i = 0; exact && i < length; i++) exact[i] = bytes[i];
    free(bytes);
    if (exact) LLVMFuzzerTestOneInput(exact, length);
    free(exact);
    return exact;
}

int main(int count, char **arguments) {
    char path[4096];
    size_t ran = 0;
    DIR *folder = count == 2 ? opendir(arguments[1]) : NULL;
    if (!folder) return 2;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", arguments[1], entry->d_name);
        if (!run_file(path)) return fprintf(stderr, "%s: cannot be read\n", path), 2;
        ran++;
    }
    closedir(folder);
    printf("%zu inputs\n", ran);
    return ran ? 0 : 2;
}
