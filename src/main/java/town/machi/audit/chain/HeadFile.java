package town.machi.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The head of the chain outside the database: how many rows are sealed, and the last hash. Whoever cuts off the end of
/// the trail, or makes a new chain of it, cannot reach this file with the database's password.
///
/// `audit-head` holds the newest head, replaced as a whole; `audit-heads.log` gets a line every ten minutes at most.
/// Put a copy of either wherever you like, the farther away the better.
final class HeadFile {

    /// @param position how many rows are sealed
    record Head(long position, String hash, Instant sealedAt) {

        static Head of(ChainLink link) {
            return new Head(link.position(), link.hex(), link.sealedAt());
        }

        private String line() {
            return position + " " + hash + " " + sealedAt + "\n";
        }
    }

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64}) (\\S+)");
    private static final Duration BETWEEN_LOG_LINES = Duration.ofMinutes(10);

    private final Path folder;

    HeadFile(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder.resolve("audit-head");
    }

    private Path log() {
        return folder.resolve("audit-heads.log");
    }

    /// @throws IllegalStateException when what stands there is no head
    Optional<Head> read() {
        try {
            if (!Files.exists(path())) {
                return Optional.empty();
            }
            Optional<Head> head = parse(Files.readString(path()).strip());
            if (head.isEmpty()) {
                throw new IllegalStateException(path() + " does not hold the head of an audit trail");
            }
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All heads ever noted, the oldest first. A last line that a crash cut short is left out.
    List<Head> readLog() {
        try {
            List<Head> heads = new ArrayList<>();
            for (String line : Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of()) {
                parse(line).ifPresent(heads::add);
            }
            return heads;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The new head is on the disk when this returns; the old one stands there until then.
    void write(Head head) {
        try {
            Files.createDirectories(folder);
            appendIfDue(head);
            Path half = folder.resolve("audit-head.half");
            save(half, head.line(), StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(half, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void appendIfDue(Head head) throws IOException {
        Optional<Head> before = Files.exists(log()) ? lastLogged() : Optional.empty();
        boolean due = before.isEmpty()
                || !before.get().sealedAt().plus(BETWEEN_LOG_LINES).isAfter(head.sealedAt());
        if (due) {
            save(log(), head.line(), StandardOpenOption.APPEND);
        }
    }

    private Optional<Head> lastLogged() throws IOException {
        try (FileChannel file = FileChannel.open(log(), StandardOpenOption.READ)) {
            long from = Math.max(0, file.size() - 400);
            ByteBuffer tail = ByteBuffer.allocate((int) (file.size() - from));
            while (tail.hasRemaining() && file.read(tail, from + tail.position()) >= 0) {
                // reads on to the end
            }
            String[] lines = new String(tail.array(), StandardCharsets.UTF_8).split("\n", -1);
            return lines.length < 2 ? Optional.empty() : parse(lines[lines.length - 2]);
        }
    }

    private static void save(Path file, String text, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Optional<Head> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(
                        new Head(Long.parseLong(matcher.group(1)), matcher.group(2), Instant.parse(matcher.group(3))))
                : Optional.empty();
    }
}
