package town.machi.journeys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.kernel.Kana;

/// Looks for words in everything that a town holds: each row of each table of each schema as text, bytes also unpacked
/// (PDF, ZIP, deflate, gzip), and each file of its folder but the database's own. A word is looked for as it is, as the
/// search folds it, in hexadecimal, Base64, JSON escapes, in a URL, and as its SHA-256.
final class EverywhereScan {

    private static final int SHORTEST_PACKED = 16;

    private final Map<String, Set<String>> shapes = new TreeMap<>();

    EverywhereScan(List<String> words) {
        for (String word : words) {
            Set<String> all = new LinkedHashSet<>();
            Stream.of(word, Kana.searchKey(word)).filter(one -> !one.isEmpty()).forEach(one -> all.addAll(shapes(one)));
            shapes.put(word, all);
        }
    }

    private static Set<String> shapes(String word) {
        Set<String> all = new LinkedHashSet<>();
        all.add(word);
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        all.add(HexFormat.of().formatHex(utf8));
        all.add(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_16BE)));
        all.add(HexFormat.of().formatHex(serialized(word)));
        all.add(HexFormat.of().formatHex(sha256(utf8)));
        all.add(URLEncoder.encode(word, StandardCharsets.UTF_8));
        StringBuilder escaped = new StringBuilder();
        word.chars().forEach(each -> escaped.append(each < 128 ? "" + (char) each : "\\u%04x".formatted(each)));
        all.add(escaped.toString());
        for (int shift = 0; shift < 3; shift++) {
            byte[] padded = new byte[utf8.length + shift];
            System.arraycopy(utf8, 0, padded, shift, utf8.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(padded);
            all.add(text.substring(shift == 0 ? 0 : 4, text.length() - 2));
        }
        return all;
    }

    /// As Java writes it into a session: each half of a surrogate pair by itself.
    private static byte[] serialized(String word) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                DataOutputStream data = new DataOutputStream(out)) {
            data.writeUTF(word);
            byte[] all = out.toByteArray();
            return Arrays.copyOfRange(all, 2, all.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where each word was found: `casework.case_file`, `output.log`.
    Map<String, Set<String>> look(JdbcClient db, Path folder) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String table : tables(db)) {
            db.sql("SELECT t::text FROM " + table + " t")
                    .query((row, number) -> row.getString(1))
                    .list()
                    .forEach(row -> note(found, table, row));
        }
        for (String column : bytes(db)) {
            String[] parts = column.split(" ");
            db.sql("SELECT %s FROM %s WHERE %s IS NOT NULL".formatted(parts[1], parts[0], parts[1]))
                    .query((row, number) -> row.getBytes(1))
                    .list()
                    .forEach(packed ->
                            unpacked(packed).forEach((how, text) -> note(found, parts[0] + " as " + how, text)));
        }
        files(folder).forEach(file -> note(found, folder.relativize(file).toString(), read(file)));
        return found;
    }

    private void note(Map<String, Set<String>> found, String where, String text) {
        shapes.forEach((word, all) -> {
            if (all.stream().anyMatch(text::contains)) {
                found.computeIfAbsent(where, _ -> new TreeSet<>()).add(word);
            }
        });
    }

    private static List<String> tables(JdbcClient db) {
        return db.sql("""
                        SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                        ORDER BY 1
                        """).query((row, number) -> row.getString(1)).list();
    }

    private static List<String> bytes(JdbcClient db) {
        return db.sql("""
                        SELECT format('%I.%I %I', table_schema, table_name, column_name) FROM information_schema.columns
                        WHERE data_type = 'bytea' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                        ORDER BY 1
                        """).query((row, number) -> row.getString(1)).list();
    }

    private static Map<String, String> unpacked(byte[] bytes) {
        Map<String, String> texts = new TreeMap<>();
        if (bytes.length < SHORTEST_PACKED) {
            return texts;
        }
        texts.put("bytes", new String(bytes, StandardCharsets.UTF_8));
        if (bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D') {
            texts.put("PDF", pdf(bytes));
        }
        if (bytes[0] == 'P' && bytes[1] == 'K') {
            texts.put("ZIP", zip(bytes));
        }
        if (bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            texts.put("gzip", gzip(bytes));
        }
        if (bytes[0] == 0x78) {
            texts.put("deflate", inflated(bytes));
        }
        return texts;
    }

    /// Without spaces: a line may break within a name.
    private static String pdf(byte[] bytes) {
        try (var pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        } catch (IOException e) {
            return "";
        }
    }

    private static String zip(byte[] bytes) {
        StringBuilder texts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return texts.toString();
        }
        return texts.toString();
    }

    private static String gzip(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static String inflated(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("postgres")))
                    .filter(file -> !file.startsWith(folder.resolve("tools")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
