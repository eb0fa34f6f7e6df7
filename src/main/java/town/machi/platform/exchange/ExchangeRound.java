package town.machi.platform.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.machi.platform.jdbc.ReceivedRows;

/// One look into the folder: what the other zone has of ours, what it sent, what is to be written, and what we have of
/// its letters. Where the folder is not there (a USB stick that was pulled out), nothing happens, and nothing is lost.
final class ExchangeRound {

    private static final Logger log = LoggerFactory.getLogger(ExchangeRound.class);

    /// So often a word is written even where it says the same, so that the other zone hears that we live.
    private static final Duration AT_LEAST = Duration.ofMinutes(10);

    private final ExchangeProperties properties;
    private final ZoneKeys keys;
    private final Books books;
    private final Taking taking;
    private final Sending sending;
    private final Clock clock;
    private final Path setAside;
    private volatile @Nullable Said said;

    /// @param own a folder of this node
    ExchangeRound(ExchangeProperties properties, ZoneKeys keys, Books books, Path own, Clock clock) {
        this.properties = properties;
        this.keys = keys;
        this.books = books;
        this.clock = clock;
        String sender = properties.zone().partner().word();
        Taking.Place place = new Taking.Place(properties.incoming(), sender, own);
        this.setAside = place.setAside();
        this.taking = new Taking(place, keys, books.received());
        this.sending = new Sending(
                properties.outgoing(), keys, books.sent(), properties.exchange().againAfter());
    }

    record Books(SentBook sent, ReceivedBook received, ReceivedRows rows) {}

    void run() {
        keys.show();
        books.rows().begin();
        if (!isFolderThere()) {
            return;
        }
        try {
            if (keys.partner() instanceof PublicKeyFile.KeyFound.Found) {
                hear();
                Taking.Round round = taking.run();
                books.rows().setRound(round.waiting(), round.failure().orElse(null));
            }
            sending.run(clock.instant());
            say();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isFolderThere() {
        return Files.isDirectory(properties.folder());
    }

    /// Where lies what was not taken in.
    Path setAside() {
        return setAside;
    }

    /// Deletes what was set aside before that time, and what a killed program left half read.
    void forgetSetAside(Instant time) {
        for (Path folder : List.of(setAside, setAside.resolveSibling("reading"))) {
            forget(folder, time);
        }
    }

    private static void forget(Path folder, Instant time) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An altered word is passed over: the other zone writes it again within minutes.
    private void hear() throws IOException {
        Path file = properties.incoming().resolve(ExchangeFolder.RECEIVED);
        if (!Files.exists(file)) {
            return;
        }
        String sender = properties.zone().partner().word();
        if (LetterFile.open(file, sender, keys) instanceof LetterFile.Opened(var _, Head head, var _, long _)
                && head.kind().equals(ReceivedWord.KIND)
                && books.sent().heard(ReceivedWord.of(head), clock.instant())) {
            log.warn("The other zone has letters that this side does not know: it was restored from an older backup");
            for (Path own : ExchangeFolder.list(properties.outgoing())) {
                Files.deleteIfExists(own);
            }
        }
    }

    private void say() throws IOException {
        Chain chain = books.received().chain();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReceivedWord word =
                new ReceivedWord(now, chain.last(), chain.digest(), books.sent().lastNumber());
        Path file = properties.outgoing().resolve(ExchangeFolder.RECEIVED);
        Said before = said;
        if (before != null && before.isEnough(word) && liesThere(file, before.bytes())) {
            return;
        }
        byte[] bytes = bytes(word);
        ExchangeFolder.write(file, out -> out.write(bytes));
        said = new Said(word, bytes);
    }

    /// Where two sticks are carried in turn, an old word may lie there.
    private static boolean liesThere(Path file, byte[] bytes) throws IOException {
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private byte[] bytes(ReceivedWord word) throws IOException {
        Head head = word.head(properties.zone().word());
        LetterFile.Parts none = place -> {
            throw new IllegalArgumentException("no file " + place);
        };
        var bytes = new ByteArrayOutputStream();
        LetterFile.write(bytes, head, none, keys.sign(LetterFile.digest(head, none)));
        return bytes.toByteArray();
    }

    /// The last word, and how it was written.
    private record Said(ReceivedWord word, byte[] bytes) {

        boolean isEnough(ReceivedWord now) {
            return now.saysAs(word) && now.at().isBefore(word.at().plus(AT_LEAST));
        }
    }
}
