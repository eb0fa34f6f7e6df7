package town.machi.document;

import java.util.List;

/// A paper for the day's work: a list to drive by, a slip to leave at a door. It has no number, stands in no ledger and
/// proves nothing.
///
/// @param dateline at the right edge: the day, the crew
public record WorkingPaper(String title, List<String> dateline, List<Part> parts) {

    public WorkingPaper {
        dateline = List.copyOf(dateline);
        parts = List.copyOf(parts);
    }

    /// What it is made of, from top to bottom.
    public sealed interface Part {

        /// Running text; a line end begins a new paragraph.
        record Text(String text) implements Part {}

        /// At the left edge: to whom.
        record To(List<String> lines) implements Part {}

        /// Label and value, ruled.
        record Fields(EntryGroup group) implements Part {}

        /// Several columns under a header that returns on every page.
        ///
        /// @param heading empty for none
        record Table(String heading, List<Column> columns, List<List<String>> rows) implements Part {}

        /// Small print, each with a ※.
        record Notes(List<String> texts) implements Part {}
    }

    /// @param weight share of the width
    public record Column(String label, int weight) {}
}
