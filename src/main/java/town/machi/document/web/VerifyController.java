package town.machi.document.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.document.Documents;
import town.machi.kernel.ProblemException;
import town.machi.platform.RateLimits;
import town.machi.shell.Reply;
import town.machi.shell.ShellProblem;

/// The page where anyone sees whether a document is the town's. Says nothing about the person it was made for.
@Controller
class VerifyController {

    private static final int TRIES = 20;
    private static final Duration PER = Duration.ofMinutes(10);

    private final Documents documents;
    private final RateLimits limits;

    VerifyController(Documents documents, RateLimits limits) {
        this.documents = documents;
        this.limits = limits;
    }

    @GetMapping("/verify")
    Reply verify(@RequestParam(required = false) @Nullable String code, HttpServletRequest request) {
        if (code == null) {
            return new VerifyPage("", null);
        }
        if (code.isBlank()) {
            return new VerifyPage("", new VerifyPage.Outcome.Empty());
        }
        if (!limits.tryTake("document.verify", request.getRemoteAddr(), TRIES, PER)) {
            throw new ProblemException(ShellProblem.TOO_MANY);
        }
        String typed = code.length() > 40 ? code.substring(0, 40) : code;
        return documents
                .verify(typed)
                .map(found -> new VerifyPage(typed, new VerifyPage.Outcome.Genuine(found)))
                .orElseGet(() -> new VerifyPage(typed, new VerifyPage.Outcome.Unknown()));
    }
}
