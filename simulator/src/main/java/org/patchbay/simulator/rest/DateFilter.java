package org.patchbay.simulator.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.patchbay.simulator.http.Params;

/// Filters such as `StartTime=2026-10-01`, `StartTime>=…` and `StartTime<=…`. The comparison is part
/// of the parameter's name (`StartTime>`), which is how the SDKs send it.
public final class DateFilter {

    private DateFilter() {}

    /// Admits instants (absent ones only when nothing is asked) that fit every comparison given.
    ///
    /// @throws RestError 400/20001 when a date cannot be read
    public static Predicate<@Nullable Instant> of(Params query, String name) {
        Predicate<@Nullable Instant> on = query.first(name)
                .map(DateFilter::day)
                .<Predicate<@Nullable Instant>>map(day -> at -> at != null && day.equals(dayOf(at)))
                .orElse(at -> true);
        Predicate<@Nullable Instant> from = query.first(name + ">")
                .map(text -> start(text))
                .<Predicate<@Nullable Instant>>map(start -> at -> at != null && !at.isBefore(start))
                .orElse(at -> true);
        Predicate<@Nullable Instant> until = query.first(name + "<")
                .map(text -> end(text))
                .<Predicate<@Nullable Instant>>map(end -> at -> at != null && !at.isAfter(end))
                .orElse(at -> true);
        return on.and(from).and(until);
    }

    private static LocalDate dayOf(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static LocalDate day(String text) {
        return dayOf(start(text));
    }

    private static Instant start(String text) {
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10) {
                return OffsetDateTime.parse(text).toInstant();
            }
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw RestError.badRequest(20001, "Not a date: " + text);
        }
    }

    private static Instant end(String text) {
        Instant start = start(text);
        return text.length() <= 10 ? start.plusSeconds(86_400).minusNanos(1) : start;
    }
}
