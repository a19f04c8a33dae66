#include "base/abbreviation.h"

struct entry {
    char form[ABBREVIATION_LONGEST + 1];
    uint8_t kind;
};

/* Sorted by form. */
static const struct entry ENTRIES[] = {
    {"adm", ABBREVIATION_TITLE},    {"ala", ABBREVIATION_PLACE},   {"apr", ABBREVIATION_MONTH},
    {"approx", ABBREVIATION_PLAIN}, {"apt", ABBREVIATION_NUMBER},  {"ariz", ABBREVIATION_PLACE},
    {"ark", ABBREVIATION_PLACE},    {"art", ABBREVIATION_NUMBER},  {"asst", ABBREVIATION_TITLE},
    {"atty", ABBREVIATION_TITLE},   {"aug", ABBREVIATION_MONTH},   {"ave", ABBREVIATION_NAME},
    {"blvd", ABBREVIATION_NAME},    {"brig", ABBREVIATION_TITLE},  {"bros", ABBREVIATION_NAME},
    {"ca", ABBREVIATION_NUMBER},    {"calif", ABBREVIATION_PLACE}, {"capt", ABBREVIATION_TITLE},
    {"cf", ABBREVIATION_PLAIN},     {"ch", ABBREVIATION_NUMBER},   {"cllr", ABBREVIATION_TITLE},
    {"cmdr", ABBREVIATION_TITLE},   {"co", ABBREVIATION_NAME},     {"col", ABBREVIATION_TITLE},
    {"colo", ABBREVIATION_PLACE},   {"conn", ABBREVIATION_PLACE},  {"corp", ABBREVIATION_NAME},
    {"cpl", ABBREVIATION_TITLE},    {"dec", ABBREVIATION_MONTH},   {"del", ABBREVIATION_PLACE},
    {"dept", ABBREVIATION_NAME},    {"det", ABBREVIATION_TITLE},   {"dr", ABBREVIATION_TITLE},
    {"est", ABBREVIATION_NUMBER},   {"etc", ABBREVIATION_PLAIN},   {"feb", ABBREVIATION_MONTH},
    {"fig", ABBREVIATION_NUMBER},   {"figs", ABBREVIATION_NUMBER}, {"fla", ABBREVIATION_PLACE},
    {"fr", ABBREVIATION_TITLE},     {"ft", ABBREVIATION_TITLE},    {"ga", ABBREVIATION_PLACE},
    {"gen", ABBREVIATION_TITLE},    {"gov", ABBREVIATION_TITLE},   {"govs", ABBREVIATION_TITLE},
    {"hon", ABBREVIATION_TITLE},    {"hwy", ABBREVIATION_NUMBER},  {"ill", ABBREVIATION_PLACE},
    {"inc", ABBREVIATION_NAME},     {"ind", ABBREVIATION_PLACE},   {"insp", ABBREVIATION_TITLE},
    {"intl", ABBREVIATION_PLAIN},   {"jan", ABBREVIATION_MONTH},   {"jr", ABBREVIATION_NAME},
    {"jul", ABBREVIATION_MONTH},    {"jun", ABBREVIATION_MONTH},   {"kan", ABBREVIATION_PLACE},
    {"ky", ABBREVIATION_PLACE},     {"la", ABBREVIATION_PLACE},    {"lt", ABBREVIATION_TITLE},
    {"ltd", ABBREVIATION_NAME},     {"maj", ABBREVIATION_TITLE},   {"mar", ABBREVIATION_MONTH},
    {"mass", ABBREVIATION_PLACE},   {"md", ABBREVIATION_PLACE},    {"messrs", ABBREVIATION_TITLE},
    {"mich", ABBREVIATION_PLACE},   {"minn", ABBREVIATION_PLACE},  {"miss", ABBREVIATION_PLACE},
    {"mo", ABBREVIATION_PLACE},     {"mont", ABBREVIATION_PLACE},  {"mr", ABBREVIATION_TITLE},
    {"mrs", ABBREVIATION_TITLE},    {"ms", ABBREVIATION_TITLE},    {"msgr", ABBREVIATION_TITLE},
    {"mt", ABBREVIATION_TITLE},     {"neb", ABBREVIATION_PLACE},   {"nev", ABBREVIATION_PLACE},
    {"no", ABBREVIATION_NUMBER},    {"nos", ABBREVIATION_NUMBER},  {"nov", ABBREVIATION_MONTH},
    {"oct", ABBREVIATION_MONTH},    {"okla", ABBREVIATION_PLACE},  {"ore", ABBREVIATION_PLACE},
    {"p", ABBREVIATION_NUMBER},     {"pa", ABBREVIATION_PLACE},    {"pfc", ABBREVIATION_TITLE},
    {"pp", ABBREVIATION_NUMBER},    {"pres", ABBREVIATION_TITLE},  {"prof", ABBREVIATION_TITLE},
    {"pte", ABBREVIATION_TITLE},    {"pvt", ABBREVIATION_TITLE},   {"rd", ABBREVIATION_NAME},
    {"rep", ABBREVIATION_TITLE},    {"reps", ABBREVIATION_TITLE},  {"rev", ABBREVIATION_TITLE},
    {"rs", ABBREVIATION_NUMBER},    {"sec", ABBREVIATION_TITLE},   {"sen", ABBREVIATION_TITLE},
    {"sens", ABBREVIATION_TITLE},   {"sept", ABBREVIATION_MONTH},  {"sgt", ABBREVIATION_TITLE},
    {"sr", ABBREVIATION_NAME},      {"st", ABBREVIATION_NAME},     {"ste", ABBREVIATION_TITLE},
    {"supt", ABBREVIATION_TITLE},   {"tenn", ABBREVIATION_PLACE},  {"tex", ABBREVIATION_PLACE},
    {"univ", ABBREVIATION_NAME},    {"v", ABBREVIATION_PLAIN},     {"va", ABBREVIATION_PLACE},
    {"viz", ABBREVIATION_PLAIN},    {"vol", ABBREVIATION_NUMBER},  {"vs", ABBREVIATION_PLAIN},
    {"vt", ABBREVIATION_PLACE},     {"wash", ABBREVIATION_PLACE},  {"wis", ABBREVIATION_PLACE},
    {"wyo", ABBREVIATION_PLACE},
};

/* Byte order; without the calls that text_compare makes, for every short word before a full stop comes here. */
static int compare(struct text form, const char *entry) {
    for (size_t i = 0; i < form.length; i++)
        if (form.bytes[i] != entry[i]) return (unsigned char)form.bytes[i] < (unsigned char)entry[i] ? -1 : 1;
    return entry[form.length] ? -1 : 0;
}

enum abbreviation abbreviation_of(struct text form) {
    if (form.length > ABBREVIATION_LONGEST) return ABBREVIATION_NONE;
    size_t low = 0, high = sizeof ENTRIES / sizeof *ENTRIES;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare(form, ENTRIES[middle].form);
        if (!order) return ENTRIES[middle].kind;
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return ABBREVIATION_NONE;
}
