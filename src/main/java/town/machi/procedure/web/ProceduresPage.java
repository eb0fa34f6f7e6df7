package town.machi.procedure.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.procedure.Fault;
import town.machi.shell.Template;
import town.machi.shell.component.Column;

/// What is published, and what is wrong in the folder.
///
/// @param published what the folder has just brought, in words; null: nobody asked
record ProceduresPage(
        List<Row> rows, List<Fault> faults, @Nullable List<String> published) implements Template {

    /// @param hash the first letters of it
    record Row(String name, String title, String nature, String version, String hash, Instant at) {}

    static List<Column> columns() {
        return Stream.of("手続", "性質", "版", "しるし", "公開した時").map(Column::of).toList();
    }
}
