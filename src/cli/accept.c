#include "cli/accept.h"

#include "cli/clock.h"
#include "cli/terminal.h"

#include <stdio.h>
#include <string.h>

static void set_today(struct session *s) {
    struct belie_error error = {0};
    struct tm date;
    char day[32];
    time_t now;
    bool fixed;
    if (!clock_seconds(&now, &fixed) || !(fixed ? gmtime_r(&now, &date) : localtime_r(&now, &date)) ||
        date.tm_year > 9999 - 1900) {
        s->status = complain("SOURCE_DATE_EPOCH is no number of seconds; waivers that end on a day do not hold");
        return;
    }
    snprintf(day, sizeof day, "%04d-%02d-%02d", date.tm_year + 1900, date.tm_mon + 1, date.tm_mday);
    session_outcome(s, belie_check_set_today(s->check, day, &error), &error);
}

void accept_begin(struct session *s, const struct settings *settings) {
    set_today(s);
    if (settings->waivers) {
        struct belie_error error = {0};
        session_outcome(s, belie_check_add_waivers(s->check, settings->waivers, &error), &error);
    }
    if (settings->prune_baseline && !settings->baseline)
        s->status = complain("--prune-baseline needs --baseline; nothing was pruned");
    if (!settings->baseline) return;
    struct belie_error error = {0};
    s->has_baseline = belie_check_read_baseline(s->check, settings->baseline, &error);
    session_outcome(s, s->has_baseline, &error);
}

void accept_end(struct session *s, const struct settings *settings) {
    struct belie_error error = {0};
    if (settings->prune_baseline && s->has_baseline)
        session_outcome(s, belie_check_prune_baseline(s->check, &error), &error);
    error = (struct belie_error){0};
    if (settings->write_baseline && s->has_baseline == (settings->baseline != NULL))
        session_outcome(s, belie_check_write_baseline(s->check, settings->write_baseline, &error), &error);
}

void accept_warn(struct session *s, const struct settings *settings) {
    struct belie_waiver waiver;
    if (!settings->format || strcmp(settings->format, "text") == 0) return;
    for (size_t i = 0; belie_check_waiver(s->check, i, &waiver); i++)
        if (waiver.problem) terminal_error(waiver.problem);
}
