package town.machi.submission.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Role;
import town.machi.shell.CurrentActor;
import town.machi.submission.Looks;
import town.machi.submission.SubmissionProblem;
import town.machi.submission.draft.Draft;
import town.machi.submission.draft.Drafts;
import town.machi.submission.draft.Policies;
import town.machi.submission.seal.LookPass;
import town.machi.submission.seal.Token;

/// Lets in whoever may: a draft opens with its cookie, or for the member of staff who types it; what was filed opens
/// with the short-lived cookie that number and passcode gave.
@Component
class Doorkeeper {

    private static final String DRAFT_COOKIE = "draft";
    private static final String OFFICE = "/office/";

    private final Drafts drafts;
    private final CurrentActor current;
    private final LookPass passes;
    private final Looks looks;
    private final Policies policies;

    Doorkeeper(Drafts drafts, CurrentActor current, LookPass passes, Looks looks, Policies policies) {
        this.drafts = drafts;
        this.current = current;
        this.passes = passes;
        this.looks = looks;
        this.policies = policies;
    }

    /// A draft that was opened, where, and by whom.
    record Opened(Draft draft, Base base, Actor actor) {}

    /// @throws ProblemException [SubmissionProblem#DRAFT_GONE] also without the cookie: who has it not learns nothing
    Opened open(UUID id, HttpServletRequest request) {
        Draft draft = drafts.find(id).orElseThrow(() -> new ProblemException(SubmissionProblem.DRAFT_GONE));
        if (request.getRequestURI().startsWith(OFFICE)) {
            Actor.Staff staff = requireTypist();
            if (!("staff:" + staff.id()).equals(draft.filling().typist())) {
                throw new ProblemException(SubmissionProblem.NOT_YOURS);
            }
            return new Opened(draft, Base.ofOffice(id), staff);
        }
        boolean opens = draft.filling().typist() == null
                && find(request, DRAFT_COOKIE)
                        .map(Token::new)
                        .filter(token -> token.opens(draft.secretHash()))
                        .isPresent();
        if (!opens) {
            throw new ProblemException(SubmissionProblem.DRAFT_GONE);
        }
        return new Opened(draft, Base.ofResident(id), new Actor.Resident(subject(draft)));
    }

    private static String subject(Draft draft) {
        return draft.content()
                .correcting()
                .map(Draft.Correcting::submission)
                .orElse(draft.id())
                .toString();
    }

    /// Whoever of the office may file for somebody: 受付 and 担当 of any section.
    Actor.Staff requireTypist() {
        Actor.Staff staff = Actor.requireStaff(current.get());
        if (!staff.has(Role.RECEPTION) && !staff.has(Role.HANDLER)) {
            throw new ProblemException(SubmissionProblem.NOT_YOURS);
        }
        return staff;
    }

    void giveDraft(UUID id, Token secret, HttpServletRequest request, HttpServletResponse response) {
        set(DRAFT_COOKIE, secret.value(), Base.ofResident(id).path(), policies.draftLife(), request, response);
    }

    void giveLook(UUID submission, HttpServletRequest request, HttpServletResponse response) {
        set(
                Looks.COOKIE,
                passes.issue(submission, policies.look()),
                "/my/" + submission,
                policies.look(),
                request,
                response);
    }

    void takeLook(UUID submission, HttpServletRequest request, HttpServletResponse response) {
        set(Looks.COOKIE, "", "/my/" + submission, Duration.ZERO, request, response);
    }

    /// The resident who may look at this submission now.
    Optional<Actor> findLook(UUID submission, HttpServletRequest request) {
        return looks.find(submission, request).map(resident -> resident);
    }

    /// @throws ProblemException [SubmissionProblem#LOOK_OVER]
    Actor requireLook(UUID submission, HttpServletRequest request) {
        return looks.require(submission, request);
    }

    private static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static void set(
            String name,
            String value,
            String path,
            Duration life,
            HttpServletRequest request,
            HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path(path)
                .maxAge(life)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }
}
