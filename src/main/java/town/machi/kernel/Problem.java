package town.machi.kernel;

/// Something is wrong, as opposed to refused: a page for people, RFC 9457 JSON for programs.
///
/// Each room has one enum of its problems; a test keeps the codes unique in the house.
public interface Problem {

    /// Short and stable, for programs: `staff-only`.
    String code();

    /// HTTP status.
    int status();

    /// Key of the sentence in the room's message file.
    String key();
}
