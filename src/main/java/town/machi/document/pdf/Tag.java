package town.machi.document.pdf;

import org.jspecify.annotations.Nullable;

/// A place in the PDF's structure, so that it can be read aloud in order. Source: ISO 32000-1, 14.8.
///
/// Compared by identity: two table cells are two places.
final class Tag {

    /// Not part of what is said: rules, page numbers, repeated headers.
    static final Tag ARTIFACT = new Tag("Artifact", null, null, null);

    final String type;
    final @Nullable Tag parent;
    /// Words for who cannot see it.
    final @Nullable String alternative;

    /// Of a table's header cell: `Row` or `Column`, what it is the header of.
    final @Nullable String scope;

    private Tag(String type, @Nullable Tag parent, @Nullable String alternative, @Nullable String scope) {
        this.type = type;
        this.parent = parent;
        this.alternative = alternative;
        this.scope = scope;
    }

    static Tag top(String type) {
        return new Tag(type, null, null, null);
    }

    Tag child(String type) {
        return new Tag(type, this, null, null);
    }

    Tag rowHeader() {
        return new Tag("TH", this, null, "Row");
    }

    Tag columnHeader() {
        return new Tag("TH", this, null, "Column");
    }

    /// @param words what the picture shows, for who cannot see it
    static Tag figure(String words) {
        return new Tag("Figure", null, words, null);
    }
}
