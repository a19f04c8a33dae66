#include "base/letter.h"

#include <stdbool.h>
#include <stddef.h>

/* Capitals first..last; `step` 1: every one, 2: every other one, with its small letter right behind it. */
struct capitals {
    uint32_t first, last;
    uint8_t step;
    int32_t lower; /* what to add */
};

static const struct capitals CAPITALS[] = {
    {0xC0, 0xD6, 1, 32},
    {0xD8, 0xDE, 1, 32},
    {0x100, 0x12E, 2, 1},
    {0x130, 0x130, 1, -199}, /* İ → i, so that İstanbul is istanbul */
    {0x132, 0x136, 2, 1},
    {0x139, 0x147, 2, 1},
    {0x14A, 0x176, 2, 1},
    {0x178, 0x178, 1, -121},
    {0x179, 0x17D, 2, 1},
    {0x181, 0x181, 1, 210},
    {0x182, 0x184, 2, 1},
    {0x186, 0x186, 1, 206},
    {0x187, 0x187, 1, 1},
    {0x189, 0x18A, 1, 205},
    {0x18B, 0x18B, 1, 1},
    {0x18E, 0x18E, 1, 79},
    {0x18F, 0x18F, 1, 202},
    {0x190, 0x190, 1, 203},
    {0x191, 0x191, 1, 1},
    {0x193, 0x193, 1, 205},
    {0x194, 0x194, 1, 207},
    {0x196, 0x196, 1, 211},
    {0x197, 0x197, 1, 209},
    {0x198, 0x198, 1, 1},
    {0x19D, 0x19D, 1, 213},
    {0x19F, 0x19F, 1, 214},
    {0x1A0, 0x1A4, 2, 1},
    {0x1AF, 0x1AF, 1, 1},
    {0x1B5, 0x1B5, 1, 1},
    {0x1CD, 0x1DB, 2, 1},
    {0x1DE, 0x1EE, 2, 1},
    {0x1F4, 0x1F4, 1, 1},
    {0x1F8, 0x21E, 2, 1},
    {0x222, 0x232, 2, 1},
    {0x246, 0x24E, 2, 1},
    {0x386, 0x386, 1, 38},
    {0x388, 0x38A, 1, 37},
    {0x38C, 0x38C, 1, 64},
    {0x38E, 0x38F, 1, 63},
    {0x391, 0x3A1, 1, 32},
    {0x3A3, 0x3AB, 1, 32},
    {0x400, 0x40F, 1, 80},
    {0x410, 0x42F, 1, 32},
    {0x460, 0x480, 2, 1},
    {0x48A, 0x4BE, 2, 1},
    {0x4C0, 0x4C0, 1, 15},
    {0x4C1, 0x4CD, 2, 1},
    {0x4D0, 0x52E, 2, 1},
    {0x531, 0x556, 1, 48},
    {0x1E00, 0x1E94, 2, 1},
    {0x1E9E, 0x1E9E, 1, -7615},
    {0x1EA0, 0x1EFE, 2, 1},
};

/* Ranges of code points from U+0080 on that are not letters. */
struct others {
    uint32_t first, last;
    enum letter_kind kind;
};

static const struct others OTHERS[] = {
    {0x80, 0x84, LETTER_NONE},         {0x85, 0x85, LETTER_SPACE},        {0x86, 0x9F, LETTER_NONE},
    {0xA0, 0xA0, LETTER_SPACE},        {0xA1, 0xA9, LETTER_NONE},         {0xAB, 0xAC, LETTER_NONE},
    {0xAD, 0xAD, LETTER_IGNORED},      {0xAE, 0xB1, LETTER_NONE},         {0xB2, 0xB3, LETTER_DIGIT},
    {0xB4, 0xB4, LETTER_NONE},         {0xB6, 0xB8, LETTER_NONE},         {0xB9, 0xB9, LETTER_DIGIT},
    {0xBB, 0xBB, LETTER_NONE},         {0xBC, 0xBE, LETTER_DIGIT},        {0xBF, 0xBF, LETTER_NONE},
    {0xD7, 0xD7, LETTER_NONE},         {0xF7, 0xF7, LETTER_NONE},         {0x2BC, 0x2BC, LETTER_NONE},
    {0x37E, 0x37E, LETTER_NONE},       {0x387, 0x387, LETTER_NONE},       {0x55A, 0x55F, LETTER_NONE},
    {0x589, 0x58A, LETTER_NONE},       {0x5BE, 0x5BE, LETTER_NONE},       {0x5C0, 0x5C0, LETTER_NONE},
    {0x5C3, 0x5C3, LETTER_NONE},       {0x5F3, 0x5F4, LETTER_NONE},       {0x60C, 0x60D, LETTER_NONE},
    {0x61B, 0x61B, LETTER_NONE},       {0x61C, 0x61C, LETTER_IGNORED},    {0x61E, 0x61F, LETTER_NONE},
    {0x660, 0x669, LETTER_DIGIT},      {0x66A, 0x66D, LETTER_NONE},       {0x6D4, 0x6D4, LETTER_NONE},
    {0x6F0, 0x6F9, LETTER_DIGIT},      {0x964, 0x965, LETTER_NONE},       {0x966, 0x96F, LETTER_DIGIT},
    {0xE3F, 0xE3F, LETTER_NONE},       {0xE5A, 0xE5B, LETTER_NONE},       {0x1680, 0x1680, LETTER_SPACE},
    {0x180E, 0x180E, LETTER_IGNORED},  {0x2000, 0x200A, LETTER_SPACE},    {0x200B, 0x200F, LETTER_IGNORED},
    {0x2010, 0x2027, LETTER_NONE},     {0x2028, 0x2029, LETTER_SPACE},    {0x202A, 0x202E, LETTER_IGNORED},
    {0x202F, 0x202F, LETTER_SPACE},    {0x2030, 0x205E, LETTER_NONE},     {0x205F, 0x205F, LETTER_SPACE},
    {0x2060, 0x206F, LETTER_IGNORED},  {0x2070, 0x2070, LETTER_DIGIT},    {0x2074, 0x2079, LETTER_DIGIT},
    {0x2080, 0x2089, LETTER_DIGIT},    {0x20A0, 0x20CF, LETTER_NONE},     {0x2100, 0x214F, LETTER_NONE},
    {0x2150, 0x215F, LETTER_DIGIT},    {0x2190, 0x2BFF, LETTER_NONE},     {0x2E00, 0x2E7F, LETTER_NONE},
    {0x3000, 0x3000, LETTER_SPACE},    {0x3001, 0x3004, LETTER_NONE},     {0x3008, 0x3020, LETTER_NONE},
    {0x3030, 0x3030, LETTER_NONE},     {0x30FB, 0x30FB, LETTER_NONE},     {0xE000, 0xF8FF, LETTER_NONE},
    {0xFE00, 0xFE0F, LETTER_IGNORED},  {0xFE10, 0xFE6F, LETTER_NONE},     {0xFEFF, 0xFEFF, LETTER_IGNORED},
    {0xFF01, 0xFF0F, LETTER_NONE},     {0xFF10, 0xFF19, LETTER_DIGIT},    {0xFF1A, 0xFF20, LETTER_NONE},
    {0xFF3B, 0xFF40, LETTER_NONE},     {0xFF5B, 0xFF65, LETTER_NONE},     {0xFFE0, 0xFFFF, LETTER_NONE},
    {0x1D000, 0x1D2FF, LETTER_NONE},   {0x1F000, 0x1FAFF, LETTER_NONE},   {0xE0000, 0x10FFFF, LETTER_IGNORED},
};

static const struct capitals *capitals_of(uint32_t code) {
    if (code < 0xC0 || (code > 0x556 && code < 0x1E00) || code > 0x1EFE) return NULL;
    size_t low = 0, high = sizeof CAPITALS / sizeof *CAPITALS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (CAPITALS[middle].last < code) low = middle + 1;
        else high = middle;
    }
    if (low == sizeof CAPITALS / sizeof *CAPITALS) return NULL;
    const struct capitals *c = &CAPITALS[low];
    return code >= c->first && (code - c->first) % c->step == 0 ? c : NULL;
}

uint32_t letter_lower(uint32_t code) {
    if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
    if (code == 0x17F) return 's';
    if (code == 0x3C2) return 0x3C3; /* final sigma: the capital does not tell them apart */
    const struct capitals *c = capitals_of(code);
    return c ? (uint32_t)((int32_t)code + c->lower) : code;
}

static enum letter_kind ascii_kind(uint32_t code) {
    if (code >= 'a' && code <= 'z') return LETTER_LOWER;
    if (code >= 'A' && code <= 'Z') return LETTER_UPPER;
    if (code >= '0' && code <= '9') return LETTER_DIGIT;
    return code <= ' ' || code == 0x7F ? LETTER_SPACE : LETTER_NONE;
}

enum letter_kind letter_kind(uint32_t code) {
    if (code < 0x80) return ascii_kind(code);
    if (code >= 0x2010 && code <= 0x2027) return LETTER_NONE; /* the dashes and quotation marks of print */
    size_t low = 0, high = sizeof OTHERS / sizeof *OTHERS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (OTHERS[middle].last < code) low = middle + 1;
        else high = middle;
    }
    if (low < sizeof OTHERS / sizeof *OTHERS && code >= OTHERS[low].first) return OTHERS[low].kind;
    return capitals_of(code) ? LETTER_UPPER : LETTER_LOWER;
}
