package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

/// A slip, put into the small procedure, and what the clerk must be told.
///
/// @param from a text of the small procedure
/// @param to what the clerk wrote instead
/// @param at a text of the line that must be named, as the clerk wrote it
/// @param sentence a part of what must be said
record FaultCase(String name, String from, String to, String at, String sentence) {

    void check() {
        String yaml = Sources.small(from, to);
        int line = yaml.substring(0, yaml.indexOf(at)).split("\n", -1).length;
        assertThat(Sources.faults(yaml))
                .as(yaml)
                .anySatisfy(fault -> {
                    assertThat(fault.sentence()).contains(sentence);
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.file()).isEqualTo(ProcedureSource.MAIN);
                })
                .allSatisfy(fault -> assertThat(fault.sentence()).matches("(?s).*[。）]$"));
    }

    @Override
    public String toString() {
        return name;
    }
}
