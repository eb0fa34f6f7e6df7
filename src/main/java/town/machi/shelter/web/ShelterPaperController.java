package town.machi.shelter.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import town.machi.kernel.ProblemException;
import town.machi.platform.Town;
import town.machi.shelter.DeskProblem;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.Shelters;
import town.machi.shelter.paper.ShelterPapers;

/// The papers of a shelter. None of them holds anything about anybody: a household may print its form at home.
@Controller
class ShelterPaperController {

    private final ShelterPapers papers;
    private final Shelters shelters;
    private final Town town;

    ShelterPaperController(ShelterPapers papers, Shelters shelters, Town town) {
        this.papers = papers;
        this.shelters = shelters;
        this.town = town;
    }

    @GetMapping("/shelters/paper/entry-form.pdf")
    ResponseEntity<byte[]> entryForm() {
        return pdf("避難所の受付票.pdf", papers.entryForm());
    }

    @GetMapping("/shelters/paper/roster.pdf")
    ResponseEntity<byte[]> roster() {
        return pdf("避難者名簿.pdf", papers.roster());
    }

    @GetMapping("/shelters/paper/{shelter}/poster.pdf")
    ResponseEntity<byte[]> poster(@PathVariable UUID shelter) {
        Shelter found = shelters.get(new ShelterId(shelter));
        String address = town.baseUri() + "/here/" + shelter;
        return pdf("受付の案内_" + found.name() + ".pdf", papers.poster(found.name(), address));
    }

    private static ResponseEntity<byte[]> pdf(String name, Optional<byte[]> paper) {
        byte[] content = paper.orElseThrow(() -> new ProblemException(DeskProblem.NO_TYPE));
        var disposition = ContentDisposition.inline()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }
}
