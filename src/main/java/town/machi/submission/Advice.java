package town.machi.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.procedure.ProcedureName;
import town.machi.shell.Texts;

/// Extension point: what a later room tells whoever filed this at once and by itself, because the answers alone say it:
/// that the town's water does not go there, and whom to ask. It stands on the receipt, in its mail and on the tracking
/// page. Never what only the town's registers know: anybody may file for any place.
public interface Advice {

    /// @param answers those that apply now, with what was corrected
    /// @return plain text in the reader's language; empty: nothing to tell
    Optional<String> findFor(ProcedureName procedure, Answers answers, Texts texts);

    /// Where a resident may turn whose page of the form was refused: the wanted day is too near, and somebody of the
    /// town calls back.
    ///
    /// @param answers what the draft holds so far; the refused page is not in it
    /// @return empty: nowhere but where the sentences say
    default Optional<Way> findWay(ProcedureName procedure, Answers answers, List<FieldFault> faults, Texts texts) {
        return Optional.empty();
    }

    /// @param lead what it is, in a sentence; both in the reader's language
    /// @param href a page of the town that is posted to
    /// @param words on the button
    /// @param said what was typed already, by the names that the page gives it: it goes there in the body of the
    ///     request, never in its address
    record Way(String lead, String href, String words, Map<String, String> said) {

        public Way {
            said = Map.copyOf(said);
        }

        /// What was typed is personal; logs get nothing of it.
        @Override
        public String toString() {
            return "way to " + href;
        }
    }
}
