package town.machi.procedure;

/// What a condition comes to. `UNKNOWN`: a value that it needs has not been given; a form does not apply it yet,
/// the counter says 要確認.
public enum Truth {
    YES,
    NO,
    UNKNOWN
}
