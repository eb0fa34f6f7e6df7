package town.machi.platform.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;

/// How a letter lies in a file: `machi 1`, the signature in hexadecimal, the head, and the bytes of its files one after
/// the other. What is signed is the SHA-256 of head and files; not one byte more may lie behind them.
final class LetterFile {

    private static final byte[] MARK = "machi 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SIGNATURE_BYTES = 64;
    private static final int BEGINNING = MARK.length + 2 * SIGNATURE_BYTES + 1;
    private static final int LONGEST_HEAD = 16 << 20;
    private static final HexFormat HEX = HexFormat.of();

    private LetterFile() {}

    /// The bytes of a letter's files, in their order.
    interface Parts {
        InputStream open(int place) throws IOException;
    }

    /// What opening came to.
    sealed interface Opening {}

    /// Genuine and whole.
    ///
    /// @param begin where its files begin
    record Opened(Path file, Head head, byte[] digest, long begin) implements Opening {

        /// The bytes of one of its files; closed by whoever asked.
        InputStream part(int place) throws IOException {
            long before = head.parts().stream()
                    .limit(place)
                    .mapToLong(Head.Part::bytes)
                    .sum();
            InputStream in = Files.newInputStream(file);
            try {
                in.skipNBytes(begin + before);
            } catch (IOException e) {
                in.close();
                throw e;
            }
            return BoundedInputStream.builder()
                    .setInputStream(in)
                    .setMaxCount(head.parts().get(place).bytes())
                    .get();
        }
    }

    record Bad(Refused why) implements Opening {}

    /// What a letter is known by.
    static byte[] digest(Head head, Parts parts) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            writeBody(head, parts, out);
        }
        return digest.digest();
    }

    static void write(OutputStream out, Head head, Parts parts, byte[] signature) throws IOException {
        out.write(MARK);
        out.write((HEX.formatHex(signature) + "\n").getBytes(StandardCharsets.US_ASCII));
        writeBody(head, parts, out);
    }

    private static void writeBody(Head head, Parts parts, OutputStream out) throws IOException {
        out.write(head.line());
        for (int place = 0; place < head.parts().size(); place++) {
            try (InputStream in = parts.open(place)) {
                in.transferTo(out);
            }
        }
    }

    /// Reads it once from its beginning to its end.
    ///
    /// @param sender the zone whose letters are expected
    static Opening open(Path file, String sender, Signer signer) {
        MessageDigest digest = sha256();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] beginning = in.readNBytes(BEGINNING);
            byte[] signature = signature(beginning);
            if (signature.length != SIGNATURE_BYTES) {
                return new Bad(Refused.NOT_A_LETTER);
            }
            DigestInputStream body = new DigestInputStream(in, digest);
            byte[] line = line(body);
            long rest = body.transferTo(OutputStream.nullOutputStream());
            byte[] found = digest.digest();
            if (line.length == 0) {
                return new Bad(Refused.NOT_A_LETTER);
            }
            return signer.isPartners(found, signature)
                    ? genuine(new Opened(file, Head.read(line), found, BEGINNING + line.length), rest, sender)
                    : new Bad(signer.isOwn(found, signature) ? Refused.WRONG_WAY : Refused.NOT_SIGNED);
        } catch (IllegalArgumentException e) {
            return new Bad(Refused.NOT_A_LETTER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Opening genuine(Opened opened, long rest, String sender) throws IOException {
        List<Head.Part> parts = opened.head().parts();
        if (!opened.head().from().equals(sender)) {
            return new Bad(Refused.WRONG_WAY);
        }
        if (parts.stream().anyMatch(part -> part.bytes() < 0)
                || parts.stream().mapToLong(Head.Part::bytes).sum() != rest) {
            return new Bad(Refused.NOT_A_LETTER);
        }
        return opened;
    }

    /// One way of writing a signature, so that no byte of the file can be another.
    private static byte[] signature(byte[] beginning) {
        byte[] none = new byte[0];
        if (beginning.length != BEGINNING) {
            return none;
        }
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        String hex = text.substring(MARK.length, BEGINNING - 1);
        boolean sound = text.startsWith(new String(MARK, StandardCharsets.US_ASCII))
                && text.endsWith("\n")
                && hex.matches("[0-9a-f]+");
        return sound ? HEX.parseHex(hex) : none;
    }

    /// Up to and with the first line's end; empty where there is none.
    private static byte[] line(InputStream in) throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && line.size() < LONGEST_HEAD; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                return line.toByteArray();
            }
        }
        return new byte[0];
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
