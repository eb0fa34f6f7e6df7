package town.machi.form.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The blocks of `docs/first-procedure.md`, followed as a newcomer follows them.
final class FirstProcedure {

    static final Path DOCUMENT = Path.of("docs/first-procedure.md");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) ([^\\n]+)\\n(.*?)^```$");
    private static final String FOLDER = "towns/ashikita/procedures/dog-registration";

    private final List<Block> blocks;

    /// @param kind `yaml`, `text`
    /// @param name the file, or what the text is
    record Block(String kind, String name, String body) {}

    private FirstProcedure(List<Block> blocks) {
        this.blocks = blocks;
    }

    static FirstProcedure read() throws IOException {
        List<Block> blocks = BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .map(FirstProcedure::block)
                .toList();
        return new FirstProcedure(blocks);
    }

    private static Block block(MatchResult found) {
        return new Block(found.group(1), found.group(2), found.group(3));
    }

    /// A block of which there is one.
    String text(String name) {
        return blocks.stream()
                .filter(block -> block.name().equals(name))
                .map(Block::body)
                .reduce((_, _) -> {
                    throw new AssertionError("two blocks " + name);
                })
                .orElseThrow(() -> new AssertionError("no block " + name));
    }

    /// A copy of the town without its procedures, and in it what the document writes.
    ///
    /// @param here where `towns/` is made
    /// @return the town's folder
    Path write(Path here) throws IOException {
        Path town = here.resolve("towns/ashikita");
        Files.createDirectories(here.resolve(FOLDER).resolve("examples"));
        for (String file : List.of("town.yaml", "areas.csv", "boundary.geojson", "vocabulary.yaml")) {
            Files.copy(Path.of("towns/ashikita", file), town.resolve(file));
        }
        for (Block block : blocks) {
            if (block.kind().equals("yaml") && !block.name().endsWith(" broken")) {
                Path file = here.resolve(FOLDER).resolve(block.name());
                Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + block.body());
            }
        }
        return town;
    }

    static Path folder(Path here) {
        return here.resolve(FOLDER);
    }
}
