package town.machi.kernel;

import java.util.Optional;

/// A seat (席) of the town hall: a position, and the section whose it is. Decisions are asked of seats; who sits there
/// changes on every 4月1日.
///
/// @param position short name in `town.yaml`: `head`
/// @param section empty where the town has one such seat: 町長
public record Seat(String position, Optional<SectionId> section) {

    public static Seat of(String position) {
        return new Seat(position, Optional.empty());
    }

    public static Seat of(String position, SectionId section) {
        return new Seat(position, Optional.of(section));
    }

    /// As [#code] writes it.
    public static Seat ofCode(String code) {
        int at = code.indexOf('@');
        return at < 0 ? of(code) : of(code.substring(0, at), new SectionId(code.substring(at + 1)));
    }

    /// `mayor`, `head@water`
    public String code() {
        return section.map(one -> position + "@" + one).orElse(position);
    }

    @Override
    public String toString() {
        return code();
    }
}
