package town.machi.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.form.FieldFault;
import town.machi.form.Journey;
import town.machi.form.Typed;
import town.machi.kernel.BusinessCalendar;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.submission.draft.Course;
import town.machi.submission.draft.Drafts;
import town.machi.submission.draft.Taking;

/// The pages of a form, one after the other. Each POST answers with a redirect, or with the page and what to mend.
@Controller
@RequestMapping({"/apply/{id}", "/office/file/{id}"})
class AskController {

    private final Doorkeeper door;
    private final Drafts drafts;
    private final Uploads uploads;
    private final AskLooks looks;
    private final Clock clock;

    AskController(Doorkeeper door, Drafts drafts, Uploads uploads, AskLooks looks, Clock clock) {
        this.door = door;
        this.drafts = drafts;
        this.uploads = uploads;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping
    Reply goOn(@PathVariable UUID id, HttpServletRequest request) {
        Doorkeeper.Opened opened = door.open(id, request);
        return opened.draft().isSent()
                ? new Redirect(opened.base().path() + "/done")
                : next(opened.base(), drafts.course(opened.draft()));
    }

    @GetMapping("/{page}")
    Reply show(
            @PathVariable UUID id,
            @PathVariable String page,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request,
            Texts texts) {
        Doorkeeper.Opened opened = door.open(id, request);
        if (opened.draft().isSent()) {
            return new Redirect(opened.base().path() + "/done");
        }
        Course course = drafts.course(opened.draft());
        Optional<Journey.Step> step = course.journey().find(page);
        if (step.isEmpty()) {
            return next(opened.base(), course);
        }
        boolean fromCheck = from.equals("check");
        List<FieldFault> faults = fromCheck ? drafts.faults(course, step.get()) : List.of();
        AskPage.Shown shown = new AskPage.Shown(course.typed(step.get()), faults, texts);
        return AskPage.of(opened.base(), course, step.get(), shown, looks.of(course, fromCheck));
    }

    @PostMapping("/{page}")
    Reply take(
            @PathVariable UUID id,
            @PathVariable String page,
            @RequestParam(name = "_press", defaultValue = "") String press,
            @RequestParam(defaultValue = "") String remove,
            @RequestParam(name = "_from", defaultValue = "") String from,
            HttpServletRequest request,
            Texts texts)
            throws IOException {
        Doorkeeper.Opened opened = door.open(id, request);
        if (opened.draft().isSent()) {
            return new Redirect(opened.base().path() + "/done");
        }
        Typed posted = Posted.read(request);
        String here = opened.base().page(page) + (from.equals("check") ? "?from=check" : "");
        List<FieldFault> refused = uploads.take(opened.draft(), page, request);
        if (!remove.isEmpty()) {
            drafts.drop(id, page, posted, remove);
            return new Redirect(here);
        }
        if (!press.isEmpty()) {
            drafts.press(id, page, posted, press);
            return new Redirect(here);
        }
        return switch (drafts.take(id, page, posted, refused)) {
            case Taking.NotAsked(Course course) -> next(opened.base(), course);
            case Taking.In(Course course) -> after(opened.base(), course, page, from.equals("check"));
            case Taking.ToMend(Course course, Journey.Step step, Typed typed, List<FieldFault> faults) ->
                AskPage.of(
                        opened.base(),
                        course,
                        step,
                        new AskPage.Shown(typed, faults, texts),
                        looks.again(opened.base(), course, faults, from.equals("check"), texts));
        };
    }

    /// The next page; back to the check where one came from it, unless a page came up that is not answered.
    private static Redirect after(Base base, Course course, String page, boolean fromCheck) {
        if (fromCheck) {
            return next(base, course);
        }
        return course.journey()
                .next(page)
                .map(step -> new Redirect(base.page(step.id())))
                .orElseGet(() -> new Redirect(base.check()));
    }

    private static Redirect next(Base base, Course course) {
        return course.findFirstUnfinished()
                .map(step -> new Redirect(base.page(step.id())))
                .orElseGet(() -> new Redirect(base.check()));
    }

    /// Autosave: keeps what stands in the boxes, sound or not, and says when.
    @PostMapping("/{page}/typed")
    ResponseEntity<String> keep(
            @PathVariable UUID id,
            @PathVariable String page,
            @RequestParam(name = "_revision") int revision,
            HttpServletRequest request,
            Texts texts) {
        Doorkeeper.Opened opened = door.open(id, request);
        if (opened.draft().isSent()) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        Course course = drafts.course(opened.draft());
        boolean kept = course.journey()
                .find(page)
                .map(step -> drafts.keepTyped(course, step, Posted.read(request), revision))
                .orElse(false);
        if (!kept) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        String time = texts.days()
                .time(ZonedDateTime.ofInstant(clock.instant(), BusinessCalendar.TOKYO)
                        .toLocalTime());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body(texts.get("submission.saved", time));
    }
}
