package town.machi.alert.words;

/// Something to mend in a file under `alerts/`.
///
/// @param file `evacuation-instruct.yaml`
/// @param line counted from 1
/// @param sentence what to mend, in Japanese
public record Fault(String file, int line, String sentence) {

    @Override
    public String toString() {
        return "alerts/" + file + ":" + line + " " + sentence;
    }
}
