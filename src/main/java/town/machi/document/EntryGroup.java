package town.machi.document;

import java.util.List;

/// Labels and values under one heading: a page of a form, a part of a notice.
///
/// @param heading empty for none
public record EntryGroup(String heading, List<Entry> entries) {

    public EntryGroup {
        entries = List.copyOf(entries);
    }

    /// @param values each on a line of its own; none is printed as （記入なし）
    public record Entry(String label, List<String> values) {
        public Entry {
            values = List.copyOf(values);
        }

        public static Entry of(String label, String value) {
            return new Entry(label, value.isEmpty() ? List.of() : List.of(value));
        }
    }
}
