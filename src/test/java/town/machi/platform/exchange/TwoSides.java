package town.machi.platform.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A sender and a reader whose books are in memory, with a folder between them.
final class TwoSides {

    static final Instant BEGAN = Instant.parse("2026-11-24T01:00:00Z");
    private static final KeyPair OUTSIDE = pair();
    private static final KeyPair INSIDE = pair();

    final Path folder;
    final Sender sender = new Sender();
    final Reader reader = new Reader();
    final Signer outside = new Keys(OUTSIDE, INSIDE);
    final Signer inside = new Keys(INSIDE, OUTSIDE);
    private final Sending sending;
    private final Taking taking;
    Instant now = BEGAN;

    TwoSides(Path room) {
        this.folder = room.resolve("to-inner");
        this.sending = new Sending(folder, outside, sender, Duration.ofHours(1));
        this.taking = new Taking(new Taking.Place(folder, "public", room.resolve("own")), inside, reader);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void write() {
        try {
            sending.run(now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Taking.Round read() {
        try {
            return taking.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The word about what was received arrives.
    void acknowledge() {
        sender.reached = reader.chain().last();
    }

    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param own signs
    /// @param other whose signatures are known
    record Keys(KeyPair own, KeyPair other) implements Signer {

        @Override
        public byte[] sign(byte[] digest) {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(own.getPrivate());
                signature.update(digest);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean isOwn(byte[] digest, byte[] signature) {
            return isSigned(own, digest, signature);
        }

        @Override
        public boolean isPartners(byte[] digest, byte[] signature) {
            return isSigned(other, digest, signature);
        }

        private static boolean isSigned(KeyPair pair, byte[] digest, byte[] given) {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(pair.getPublic());
                signature.update(digest);
                return signature.verify(given);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    static final class Sender implements Sending.Book {

        private final List<String> waiting = new ArrayList<>();
        private final TreeMap<Long, Sending.Written> letters = new TreeMap<>();
        private final Map<Long, Instant> writtenAt = new HashMap<>();
        long reached;

        void say(String words) {
            waiting.add(words);
        }

        @Override
        public boolean numberNext() throws IOException {
            if (waiting.isEmpty()) {
                return false;
            }
            byte[] photo = ("写真 " + waiting.getFirst()).getBytes(StandardCharsets.UTF_8);
            byte[] previous = letters.isEmpty()
                    ? new byte[0]
                    : letters.lastEntry().getValue().digest();
            Head head = new Head(
                    "public",
                    letters.size() + 1L,
                    previous,
                    "test.said",
                    BEGAN,
                    "{\"words\":\"" + waiting.removeFirst() + "\"}",
                    List.of(new Head.Part(
                            UUID.nameUUIDFromBytes(photo),
                            "写真.jpg",
                            photo.length,
                            HexFormat.of().formatHex(LetterFile.sha256().digest(photo)))));
            LetterFile.Parts parts = _ -> new ByteArrayInputStream(photo);
            letters.put(head.number(), new Sending.Written(head, parts, LetterFile.digest(head, parts)));
            return true;
        }

        @Override
        public List<Sending.Due> listDue() {
            return letters.tailMap(reached, false).keySet().stream()
                    .map(number -> new Sending.Due(number, writtenAt.get(number)))
                    .toList();
        }

        @Override
        public Sending.Written get(long number) {
            return java.util.Objects.requireNonNull(letters.get(number));
        }

        @Override
        public void written(long number, Instant at) {
            writtenAt.put(number, at);
        }

        @Override
        public long reached() {
            return reached;
        }
    }

    static final class Reader implements Taking.Book {

        final List<String> taken = new ArrayList<>();
        final List<Refused> refused = new ArrayList<>();
        private final List<byte[]> digests = new ArrayList<>();
        int repeats;
        boolean broken;

        @Override
        public Chain chain() {
            return digests.isEmpty() ? new Chain(0, new byte[0]) : new Chain(digests.size(), digests.getLast());
        }

        @Override
        public byte @Nullable [] findDigest(long number) {
            return number < 1 || number > digests.size() ? null : digests.get((int) number - 1);
        }

        @Override
        public void take(LetterFile.Opened letter) {
            if (broken) {
                throw new IllegalStateException("データベースが止まっています");
            }
            try (InputStream photo = letter.part(0)) {
                taken.add(letter.head().content() + new String(photo.readAllBytes(), StandardCharsets.UTF_8));
                digests.add(letter.digest());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void repeated() {
            repeats++;
        }

        @Override
        public void refused(Path file, Refused why) {
            refused.add(why);
        }
    }
}
