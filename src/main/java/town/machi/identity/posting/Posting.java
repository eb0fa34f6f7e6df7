package town.machi.identity.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import town.machi.kernel.StaffId;

/// A transfer (発令) as a whole.
///
/// @param effective the first day on which it is so
/// @param file name of the file that it came from
/// @param by who loaded it
public record Posting(UUID id, LocalDate effective, String file, StaffId by, State state, List<PostingLine> lines) {

    public Posting {
        lines = List.copyOf(lines);
    }

    public enum State {
        LOOKED("確かめただけ"),
        PLANNED("予約中"),
        DONE("済み"),
        CANCELLED("取りやめ");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
