package town.machi.procedure.yaml;

/// A place in a file.
///
/// @param line counted from 1
/// @param column counted from 1, in UTF-16 characters
public record Mark(String file, int line, int column) {

    public Mark right(int columns) {
        return new Mark(file, line, column + columns);
    }
}
