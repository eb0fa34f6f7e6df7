package town.machi.platform.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the other zone's letters in the order of their numbers, whatever the files are called and however often they
/// lie there. What was taken in is deleted; what is not genuine is set aside.
final class Taking {

    private final Place place;
    private final Signer signer;
    private final Book book;
    private final Map<Path, Seen> seen = new HashMap<>();

    Taking(Place place, Signer signer, Book book) {
        this.place = place;
        this.signer = signer;
        this.book = book;
    }

    /// @param incoming where the other zone's letters lie
    /// @param sender the other zone
    /// @param own a folder of this node, for what is being read and what is set aside
    record Place(Path incoming, String sender, Path own) {

        Path setAside() {
            return own.resolve("refused");
        }

        Path reading() {
            return own.resolve("reading");
        }
    }

    /// Where this zone keeps account.
    interface Book {

        Chain chain();

        byte @Nullable [] findDigest(long number);

        /// Takes it in, or throws and nothing has happened.
        void take(LetterFile.Opened letter);

        void repeated();

        void refused(Path file, Refused why);
    }

    /// @param waiting how many lie there and wait for one before them
    /// @param failure why the next one cannot be taken in
    record Round(int taken, int waiting, Optional<String> failure) {}

    /// What a file was when it was last looked at; the same file is not read again only to be left lying.
    private record Seen(long size, long modified, LetterFile.Opening opening) {

        boolean isSame(BasicFileAttributes now) {
            return size == now.size() && modified == now.lastModifiedTime().toMillis();
        }
    }

    private record Found(Path file, long number) {}

    Round run() throws IOException {
        List<Found> found = look();
        int taken = 0;
        int waiting = 0;
        for (Found each : found) {
            if (each.number() > book.chain().last() + 1) {
                waiting++;
                continue;
            }
            try {
                taken += settle(each.file()) ? 1 : 0;
            } catch (RuntimeException e) {
                return new Round(taken, waiting(found), Optional.of(reason(e)));
            }
        }
        return new Round(taken, waiting, Optional.empty());
    }

    private int waiting(List<Found> found) {
        long last = book.chain().last();
        return (int) found.stream().filter(each -> each.number() > last).count();
    }

    /// What the database says may name a person, so its kind must do.
    private static String reason(RuntimeException e) {
        String said = e instanceof IllegalStateException ? e.getMessage() : null;
        return said == null || said.isBlank() ? e.getClass().getSimpleName() : said;
    }

    /// All genuine letters that lie there, by number. A file that looks wrong gets a second look in the next round: it
    /// may still be on its way into the folder.
    private List<Found> look() throws IOException {
        List<Found> found = new ArrayList<>();
        List<Path> files = ExchangeFolder.list(place.incoming());
        seen.keySet().retainAll(files);
        for (Path file : files) {
            look(file).ifPresent(number -> found.add(new Found(file, number)));
        }
        found.sort(Comparator.comparingLong(Found::number).thenComparing(Found::file));
        return found;
    }

    private OptionalLong number(LetterFile.Opening opening) {
        return opening instanceof LetterFile.Opened(var _, Head head, var _, long _)
                ? OptionalLong.of(head.number())
                : OptionalLong.empty();
    }

    private Optional<Long> look(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Seen before = seen.get(file);
            if (before != null && before.isSame(now)) {
                if (before.opening() instanceof LetterFile.Bad(Refused why)) {
                    setAside(file, why);
                    return Optional.empty();
                }
                return number(before.opening()).stream().boxed().findFirst();
            }
            LetterFile.Opening opening = LetterFile.open(file, place.sender(), signer);
            seen.put(file, new Seen(now.size(), now.lastModifiedTime().toMillis(), opening));
            return number(opening).stream().boxed().findFirst();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /// Reads a copy of one's own, so that nobody changes it meanwhile.
    ///
    /// @return whether it was taken in
    private boolean settle(Path file) throws IOException {
        Files.createDirectories(place.reading());
        Path copy = place.reading().resolve(UUID.randomUUID() + ".machi");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return switch (LetterFile.open(copy, place.sender(), signer)) {
                case LetterFile.Bad(Refused why) -> {
                    setAside(file, why);
                    yield false;
                }
                case LetterFile.Opened opened -> settle(file, opened);
            };
        } catch (NoSuchFileException gone) {
            return false;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private boolean settle(Path file, LetterFile.Opened letter) throws IOException {
        long number = letter.head().number();
        switch (book.chain().judge(letter.head(), letter.digest(), book.findDigest(number))) {
            case TAKE -> {
                book.take(letter);
                delete(file);
                return true;
            }
            case REPEAT -> {
                if (delete(file)) {
                    book.repeated();
                }
            }
            case FORKED -> setAside(file, Refused.FORKED);
            case WAIT -> {
                // Looked at again in the next round.
            }
        }
        return false;
    }

    /// Where the folder is read only, it stays, and is passed over.
    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            return false;
        }
    }

    private void setAside(Path file, Refused why) throws IOException {
        Files.createDirectories(place.setAside());
        book.refused(file, why);
        Path to = place.setAside().resolve(file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!delete(file)) {
            Files.deleteIfExists(to);
        }
        seen.remove(file);
    }
}
