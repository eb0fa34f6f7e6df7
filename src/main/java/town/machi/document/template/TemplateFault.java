package town.machi.document.template;

/// What is wrong in a 様式, for the clerk who wrote it.
///
/// @param line counted from 1
public record TemplateFault(String file, int line, String sentence) {

    @Override
    public String toString() {
        return file + " " + line + "行目: " + sentence;
    }
}
