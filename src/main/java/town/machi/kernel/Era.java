package town.machi.kernel;

import java.time.LocalDate;
import java.util.Optional;

/// The eras since Japan counts days by the Gregorian calendar.
///
/// The day of a change belonged to both eras in 1912 and 1926 (明治45年7月30日 is 大正元年7月30日), and to one
/// in 1989 and 2019. Sources: 改元の詔書 of 1912 and 1926; 元号を改める政令 (昭和64年政令第1号, 平成31年政令第143号).
public enum Era {
    /// Before 明治6年1月1日 the calendar was another one (太政官布告第337号).
    MEIJI("明治", 'M', 1868, LocalDate.of(1873, 1, 1), LocalDate.of(1912, 7, 30)),
    TAISHO("大正", 'T', 1912, LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 25)),
    SHOWA("昭和", 'S', 1926, LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
    HEISEI("平成", 'H', 1989, LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
    REIWA("令和", 'R', 2019, LocalDate.of(2019, 5, 1), LocalDate.MAX);

    private final String label;
    private final char letter;
    private final int firstYear;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    Era(String label, char letter, int firstYear, LocalDate firstDay, LocalDate lastDay) {
        this.label = label;
        this.letter = letter;
        this.firstYear = firstYear;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /// 令和
    public String label() {
        return label;
    }

    /// R
    public char letter() {
        return letter;
    }

    /// The year of our era that was its 元年.
    public int firstYear() {
        return firstYear;
    }

    /// The first day that can be written in it.
    public LocalDate firstDay() {
        return firstDay;
    }

    /// The last day that can be written in it; [LocalDate#MAX] for the present one.
    public LocalDate lastDay() {
        return lastDay;
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(firstDay) && !date.isAfter(lastDay);
    }

    /// The era of that day: the new one on the day of a change. Empty before 明治6年.
    public static Optional<Era> findByDate(LocalDate date) {
        for (int i = values().length - 1; i >= 0; i--) {
            if (values()[i].contains(date)) {
                return Optional.of(values()[i]);
            }
        }
        return Optional.empty();
    }

    /// By name, its first letter or its initial: 令和, 令, R, r.
    public static Optional<Era> findByName(String name) {
        for (Era era : values()) {
            boolean initial = name.length() == 1 && Character.toUpperCase(name.charAt(0)) == era.letter;
            if (era.label.equals(name) || era.label.substring(0, 1).equals(name) || initial) {
                return Optional.of(era);
            }
        }
        return Optional.empty();
    }
}
