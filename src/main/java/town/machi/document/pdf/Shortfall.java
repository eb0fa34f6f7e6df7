package town.machi.document.pdf;

/// A letter that could not be set as typed. Never passed over in silence: the paper itself carries a note.
public sealed interface Shortfall {

    /// `U+845B U+E0102`.
    String codePoints();

    /// No font has it at all; its number stands in its place.
    record Missing(String codePoints) implements Shortfall {}

    /// A font has the letter, but not this variant of it; its usual shape was drawn.
    record UsualShape(String letter, String codePoints) implements Shortfall {}
}
