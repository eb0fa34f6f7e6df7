package town.machi.procedure;

/// Something wrong in a definition file, told to the clerk who wrote it.
///
/// @param line counted from 1
/// @param sentence Japanese, says what to do
public record Fault(String file, int line, int column, String sentence) {}
