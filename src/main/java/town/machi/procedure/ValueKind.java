package town.machi.procedure;

/// The types that conditions know, and the Java class of each.
public enum ValueKind {
    /// `String`
    TEXT,
    /// `Long`
    NUMBER,
    /// `java.time.LocalDate`, an opaque type with comparison and `+` of days
    DATE,
    /// `Boolean`
    BOOLEAN,
    /// `List<String>`
    LIST,
    /// `Map<String, Object>`: an answer with parts (`user.name.family`)
    PARTS
}
