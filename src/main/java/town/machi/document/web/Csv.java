package town.machi.document.web;

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

/// A list as CSV to keep.
final class Csv {

    private Csv() {}

    static ResponseEntity<byte[]> saved(String name, List<String> header, Stream<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Sheets.writeCsv(out, header, rows);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name + ".csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(Sheets.CSV))
                .header("Content-Disposition", attachment.toString())
                .body(out.toByteArray());
    }
}
