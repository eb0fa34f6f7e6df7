package town.machi.platform.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import town.machi.platform.OutsideDatabase;

/// The folder of what this node writes: there, writable, with room.
final class FolderCheck implements Check {

    private static final long LEAST_FREE_BYTES = 5L << 30;

    @Override
    public List<Finding> look(Map<String, String> environment) {
        Path data = OutsideDatabase.data(environment);
        Path there = Stream.iterate(data, at -> at != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElse(data);
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return List.of(Finding.wrong(
                    "データのフォルダー " + data + " に書けません。",
                    "Machi を動かす人（" + System.getProperty("user.name") + "）が書けるフォルダーを MACHI_DATA で示してください。"));
        }
        try {
            long free = Files.getFileStore(there).getUsableSpace();
            String room = "データのフォルダー " + data + " の空きは %.1f GB です。".formatted(free / (double) (1 << 30));
            return List.of(free >= LEAST_FREE_BYTES ? Finding.good(room) : Finding.wrong(room, "5 GB より多く空けてください。"));
        } catch (IOException e) {
            return List.of(Finding.wrong("データのフォルダー " + data + " を調べられません。", String.valueOf(e.getMessage())));
        }
    }
}
