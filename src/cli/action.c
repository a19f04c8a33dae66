#include "cli/action.h"

#include "cli/nearest.h"

#include <string.h>

const struct action *action_at(const struct actions *a, size_t index) {
    return index < a->count ? (const void *)((const char *)a->rows + index * a->size) : NULL;
}

static const struct action *named(const char *command, const struct actions *a, const char *name) {
    struct nearest nearest = nearest_start(name, strlen(name));
    const struct action *action;
    for (size_t i = 0; (action = action_at(a, i)); i++) {
        if (strcmp(action->name, name) == 0) return action;
        nearest_try(&nearest, action->name);
    }
    if (nearest.best) complain("unknown command %s %s; did you mean %s %s?", command, name, command, nearest.best);
    else complain("unknown command %s %s; see belie %s --help", command, name, command);
    return NULL;
}

const void *action_find(const char *command, const struct actions *a, const struct strings *operands) {
    const struct action *action = named(command, a, operands->items[0]);
    size_t given = operands->count - 1;
    if (!action) return NULL;
    if (given < action->least) return complain("belie %s %s needs %s", command, action->name, action->needs), NULL;
    if (given > action->most)
        return complain("belie %s %s takes no %s", command, action->name, operands->items[1 + action->most]), NULL;
    return action;
}
