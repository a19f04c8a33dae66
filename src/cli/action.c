#include "cli/action.h"

#include "cli/nearest.h"

#include <string.h>

static const struct action *named(const char *command, const char *table, size_t count, size_t size, const char *name) {
    struct nearest nearest = nearest_start(name, strlen(name));
    for (size_t i = 0; i < count; i++) {
        const struct action *action = (const void *)(table + i * size);
        if (strcmp(action->name, name) == 0) return action;
        nearest_try(&nearest, action->name);
    }
    if (nearest.best) complain("unknown command %s %s; did you mean %s %s?", command, name, command, nearest.best);
    else complain("unknown command %s %s; see belie %s --help", command, name, command);
    return NULL;
}

const void *action_find(const char *command, const void *table, size_t count, size_t size, const struct strings *operands) {
    const struct action *action = named(command, table, count, size, operands->items[0]);
    size_t given = operands->count - 1;
    if (!action) return NULL;
    if (given < action->least) return complain("belie %s %s needs %s", command, action->name, action->needs), NULL;
    if (given > action->most)
        return complain("belie %s %s takes no %s", command, action->name, operands->items[1 + action->most]), NULL;
    return action;
}
