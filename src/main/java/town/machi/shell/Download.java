package town.machi.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import town.machi.platform.Sheets;

/// A table to take away.
///
/// @param name of the file without its ending
/// @param title of the worksheet
/// @param rows read once
public record Download(String name, String title, List<String> header, Stream<List<String>> rows) {

    /// Marked 訓練 in the names of file and worksheet, where it is of a drill.
    public Download ofDrill(boolean drill) {
        return drill ? new Download("訓練_" + name, "訓練 " + title, header, rows) : this;
    }

    /// @param ending `csv` or `xlsx`
    public ResponseEntity<byte[]> as(String ending) {
        return as(ending, ending.equals("xlsx") ? Sheets.XLSX : Sheets.CSV, bytes(ending));
    }

    /// The same on paper.
    public ResponseEntity<byte[]> as(byte[] pdf) {
        return as("pdf", MediaType.APPLICATION_PDF_VALUE, pdf);
    }

    private ResponseEntity<byte[]> as(String ending, String type, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(type))
                .header("Content-Disposition", disposition(name + "." + ending))
                .body(content);
    }

    /// The header of a file that is kept and not shown.
    public static String disposition(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private byte[] bytes(String ending) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (ending.equals("xlsx")) {
                Sheets.writeXlsx(out, title, header, rows);
            } else {
                Sheets.writeCsv(out, header, rows);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
