package town.machi.audit.chain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import town.machi.audit.AuditRow;

/// One link of the chain: the seal of one row, which covers the link before it.
///
/// @param position counts up from 1 without a gap, in the order of sealing
/// @param number the row's
/// @param highest the highest row number sealed so far
/// @param hash SHA-256, 32 bytes
public record ChainLink(long position, long number, long highest, Instant sealedAt, byte[] hash) {

    /// What the first link is chained to.
    public static final ChainLink BEFORE_THE_FIRST = new ChainLink(0, 0, 0, Instant.EPOCH, new byte[32]);

    /// The link that seals a row after this one.
    public ChainLink next(AuditRow row, Instant at) {
        long nextPosition = position + 1;
        long nextHighest = Math.max(highest, row.number());
        return new ChainLink(
                nextPosition, row.number(), nextHighest, at, hash(hash, nextPosition, nextHighest, at, row));
    }

    /// Whether this link is what sealing that row after `before` gives.
    public boolean seals(AuditRow row, ChainLink before) {
        return equals(before.next(row, sealedAt));
    }

    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    /// Every part has its length before it, so that no two rows give the same bytes.
    private static byte[] hash(byte[] before, long position, long highest, Instant sealedAt, AuditRow row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(before);
            out.writeLong(position);
            out.writeLong(highest);
            write(out, sealedAt);
            out.writeLong(row.number());
            write(out, row.at());
            write(out, row.who().kind());
            write(out, row.who().id());
            write(out, row.who().address());
            write(out, row.deed().action());
            write(out, row.deed().subject());
            write(out, row.deed().what());
            write(out, row.deed().outcome());
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano() / 1000);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainLink link
                && position == link.position
                && number == link.number
                && highest == link.highest
                && sealedAt.equals(link.sealedAt)
                && Arrays.equals(hash, link.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return position + " " + hex();
    }
}
