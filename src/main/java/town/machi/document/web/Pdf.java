package town.machi.document.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// An answer that the browser shows by itself and keeps nowhere.
final class Pdf {

    private Pdf() {}

    /// @param name of the file when it is kept
    static ResponseEntity.BodyBuilder shown(String name) {
        ContentDisposition inline = ContentDisposition.inline()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", inline.toString());
    }
}
