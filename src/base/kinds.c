#include "base/kinds.h"

static const char *const figure_names[FIGURE_KINDS] = {
    [FIGURE_NUMBER] = "number",     [FIGURE_COUNT] = "count",
    [FIGURE_MONEY] = "money",       [FIGURE_PERCENT] = "percent",
    [FIGURE_POINTS] = "points",     [FIGURE_DURATION] = "duration",
    [FIGURE_DISTANCE] = "distance", [FIGURE_TEMPERATURE] = "temperature",
    [FIGURE_SPEED] = "speed",       [FIGURE_WEIGHT] = "weight",
    [FIGURE_AREA] = "area",         [FIGURE_VOLUME] = "volume",
    [FIGURE_FRACTION] = "fraction", [FIGURE_ORDINAL] = "ordinal",
    [FIGURE_YEAR] = "year",         [FIGURE_DATE] = "date",
    [FIGURE_SCORE] = "score",       [FIGURE_TIME_OF_DAY] = "time-of-day",
    [FIGURE_AGE] = "age"};

static const char *const modality_names[MODALITIES] = {
    [MODALITY_ASSERTED] = "asserted", [MODALITY_PROBABLE] = "probable",       [MODALITY_POSSIBLE] = "possible",
    [MODALITY_PLANNED] = "planned",   [MODALITY_CONDITIONAL] = "conditional", [MODALITY_ASKED] = "asked",
    [MODALITY_WISHED] = "wished",     [MODALITY_UNKNOWN] = "unknown"};

static int index_of(const char *const *names, int count, struct text name) {
    for (int i = 0; i < count; i++)
        if (text_equal(text_of(names[i]), name)) return i;
    return -1;
}

const char *figure_kind_name(enum figure_kind kind) {
    return kind < FIGURE_KINDS ? figure_names[kind] : "";
}

int figure_kind_of(struct text name) {
    return index_of(figure_names, FIGURE_KINDS, name);
}

const char *modality_name(enum modality m) {
    return m < MODALITIES ? modality_names[m] : "";
}

int modality_of(struct text name) {
    return index_of(modality_names, MODALITIES, name);
}
