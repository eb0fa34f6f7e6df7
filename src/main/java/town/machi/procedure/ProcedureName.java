package town.machi.procedure;

/// The name of a procedure, which is also its folder and its place in addresses: `water-start`.
///
/// @param value lower-case ASCII letters, digits and hyphens, 2 to 60 characters, beginning with a letter
public record ProcedureName(String value) {

    public ProcedureName {
        if (!value.matches("[a-z][a-z0-9-]{1,59}")) {
            throw new IllegalArgumentException("not a procedure name: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
