package town.machi.form;

import java.time.Instant;

/// One value as it was given, with where it came from.
///
/// @param value canonical text: a date as `2026-12-24`, a choice as its code, a number in ASCII digits, a file as its
///     id, a place as `lat,lon`; names and sentences exactly as typed
/// @param by kind and id of the actor, `staff:…` or `resident:…`; never a name
public record Answer(String value, Source source, String by, Instant at) {

    /// How the town came to know it.
    public enum Source {
        TYPED,
        CARD,
        REGISTER,
        SAID,
        PREFILLED
    }
}
