#include "base/address.h"

#include <string.h>

enum { LOOK_AHEAD = 256 /* bytes: no mail box or domain is longer */ };

static unsigned char byte_at(struct text t, size_t at) {
    return at < t.length ? (unsigned char)t.bytes[at] : ' ';
}

static bool is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(unsigned char c) {
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool starts_with(struct text t, size_t at, const char *lower_case) {
    for (; *lower_case; lower_case++, at++) {
        unsigned char c = byte_at(t, at);
        if ((c >= 'A' && c <= 'Z' ? c | 32 : c) != (unsigned char)*lower_case) return false;
    }
    return true;
}

static size_t without_final_marks(struct text t, size_t start, size_t end) {
    while (end > start && strchr(".,;:!?)]}'\"*_", t.bytes[end - 1])) end--;
    return end;
}

static bool is_address_byte(unsigned char c) {
    return c > ' ' && c < 0x7F && !strchr("<>\"`{}|\\^", c);
}

static size_t path_end(struct text t, size_t start) {
    size_t end = start;
    while (end < t.length && is_address_byte(byte_at(t, end))) end++;
    return without_final_marks(t, start, end);
}

static bool is_domain_byte(unsigned char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '.';
}

/* Endings that make "booking.com" one word without "www."; not those that are also words ("in", "it", "so"). */
static bool is_top_domain(struct text t, size_t at, size_t length) {
    static const char *const NAMES[] = {"com", "org", "net", "gov", "edu", "io", "co", "uk", "eu", "ua", "ru", "tv"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strlen(NAMES[i]) == length && !memcmp(t.bytes + at, NAMES[i], length)) return true;
    return false;
}

/* Past "example.co.uk" at `at`, or 0. With `any` an unknown last part is good enough; so is one of two letters after
 * two others ("news.com.au"). */
static size_t domain_end(struct text t, size_t at, bool any) {
    size_t end = at, last = at, dots = 0;
    while (end < t.length && end - at < LOOK_AHEAD && is_domain_byte(byte_at(t, end))) end++;
    end = without_final_marks(t, at, end);
    for (size_t i = at; i < end; i++) {
        if (t.bytes[i] != '.') continue;
        if (++dots == 1 && i - at < 2) dots = 0;
        last = i + 1;
    }
    if (last == at || is_digit(byte_at(t, last))) return 0;
    return any || (dots > 1 && end - last == 2) || is_top_domain(t, last, end - last) ? end : 0;
}

static size_t mail_end(struct text t, size_t at) {
    size_t end = at;
    while (end - at < LOOK_AHEAD && (is_domain_byte(byte_at(t, end)) || strchr("_+%", byte_at(t, end)))) end++;
    return byte_at(t, end) == '@' && end > at ? domain_end(t, end + 1, true) : 0;
}

size_t address_end(struct text t, size_t at) {
    if (starts_with(t, at, "http://") || starts_with(t, at, "https://") || starts_with(t, at, "www."))
        return path_end(t, at);
    size_t end = mail_end(t, at);
    if (end) return end;
    end = domain_end(t, at, false);
    return end && byte_at(t, end) == '/' ? path_end(t, at) : end;
}
