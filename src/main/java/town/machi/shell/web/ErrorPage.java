package town.machi.shell.web;

import java.util.List;
import java.util.Set;
import town.machi.kernel.Problem;
import town.machi.shell.HomeTile;
import town.machi.shell.Template;

/// What went wrong, what is safe, what to do, whom to call.
///
/// @param sentence what happened, in the reader's language
/// @param incident the number that is also in the log
/// @param kept what was typed, to send it again; empty where there was no form
/// @param office whether it happened on the staff side
/// @param doors where else to go from a page that is not there
record ErrorPage(
        Problem problem, String sentence, String incident, KeptForm kept, boolean office, List<HomeTile.Tile> doors)
        implements Template {

    /// What was there once and is over, told from what never was.
    private static final Set<String> GONE = Set.of("draft-gone", "link-over", "link-gone");

    @Override
    public int status() {
        return problem.status();
    }

    /// The part of the words that goes by status: `shell.error.<kind>.title`, `.safe`, `.todo`.
    String kind() {
        return switch (problem.status()) {
            case 403 -> Set.of("form-expired", "signed-out").contains(problem.code()) ? "expired" : "forbidden";
            case 404, 410 ->
                GONE.contains(problem.code()) ? "gone" : problem.code().endsWith("-outside") ? "inside" : "missing";
            case 413 -> "large";
            case 429 -> "many";
            case 503 -> "busy";
            default -> problem.status() < 500 ? "bad" : "ours";
        };
    }

    /// What somebody typed into an ordinary form.
    ///
    /// @param action where it goes; empty: nothing was kept
    record KeptForm(String action, List<Entry> entries) {

        static final KeptForm NONE = new KeptForm("", List.of());

        boolean isThere() {
            return !action.isEmpty();
        }
    }

    record Entry(String name, String value) {}
}
