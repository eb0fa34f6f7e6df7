package town.machi.submission;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.submission.seal.LookPass;

/// Whether a resident gave number and passcode a short while ago; for every room that shows something under
/// `/my/{submission}/`.
@Component
public class Looks {

    /// Holds the pass; sent by the browser under `/my/{submission}` only.
    public static final String COOKIE = "look";

    private final LookPass passes;

    Looks(LookPass passes) {
        this.passes = passes;
    }

    public Optional<Actor.Resident> find(UUID submission, HttpServletRequest request) {
        return findPass(request)
                .filter(pass -> passes.isValid(pass, submission))
                .map(_ -> new Actor.Resident(submission.toString()));
    }

    /// @throws ProblemException [SubmissionProblem#LOOK_OVER]
    public Actor.Resident require(UUID submission, HttpServletRequest request) {
        return find(submission, request).orElseThrow(() -> new ProblemException(SubmissionProblem.LOOK_OVER));
    }

    private static Optional<String> findPass(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }
}
