package town.machi.shell.web;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.platform.Town;
import town.machi.shell.Reply;
import town.machi.shell.component.Upload;

/// The style guide: every piece of a screen with long names and empty lists. Only in the demo.
@Controller
@ConditionalOnProperty(name = "machi.demo", havingValue = "true")
class LookController {

    private final Town town;
    private final Clock clock;

    LookController(Town town, Clock clock) {
        this.town = town;
        this.clock = clock;
    }

    @GetMapping("/look")
    Reply pieces(Language language) {
        return new LookPage(new LookSamples(language, town, clock.instant()));
    }

    @GetMapping("/look/office")
    Reply office(Language language) {
        return new LookOfficePage(new LookSamples(language, town, clock.instant()));
    }

    /// Takes a file, keeps nothing, and answers as a form does: with the list that now holds it.
    @PostMapping(LookSamples.UPLOAD)
    Reply upload(MultipartFile file, Language language) {
        var samples = new LookSamples(language, town, clock.instant());
        var name = file.getOriginalFilename();
        return new LookFilesFragment(samples, new Upload.Item("3", name == null ? "" : name, file.getSize(), null));
    }

    /// The shortest page, which a cache may keep.
    @GetMapping("/look/shared")
    Reply shared() {
        return new LookSharedPage(town.name());
    }

    /// What an unexpected failure looks like.
    @GetMapping("/look/failure")
    Reply failure() {
        throw new IllegalStateException("as the style guide asked");
    }

    @GetMapping("/look/missing")
    Reply missing() {
        throw new ProblemException(KernelProblem.NOT_FOUND);
    }
}
