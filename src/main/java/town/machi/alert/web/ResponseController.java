package town.machi.alert.web;

import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.alert.AlertProblem;
import town.machi.alert.Call;
import town.machi.alert.talk.AlertHeadquarters;
import town.machi.alert.talk.CallDesk;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// The 対策本部: what residents tell, on a list and a map, and how they are answered.
@Controller
class ResponseController {

    private final CallDesk desk;
    private final AlertHeadquarters headquarters;
    private final ResponseView view;
    private final Files files;
    private final AlertContext context;

    ResponseController(
            CallDesk desk, AlertHeadquarters headquarters, ResponseView view, Files files, AlertContext context) {
        this.desk = desk;
        this.headquarters = headquarters;
        this.view = view;
        this.files = files;
        this.context = context;
    }

    @GetMapping("/office/response")
    Reply list(@RequestParam(defaultValue = "false") boolean closed) {
        Actor.Staff staff = context.staff();
        headquarters.seen();
        return view.list(closed, staff);
    }

    @PostMapping("/office/response/headquarters")
    Reply headquarters(@RequestParam String act) {
        Actor.Staff staff = context.staff();
        if (!view.mayOpen(staff)) {
            throw new ProblemException(AlertProblem.NOT_FOR_YOU);
        }
        if (act.equals("open")) {
            headquarters.open(staff);
        } else {
            headquarters.close(staff);
        }
        return new Redirect("/office/response");
    }

    @GetMapping("/office/response/{id:[0-9a-f-]{36}}")
    Reply show(@PathVariable UUID id) {
        Actor.Staff staff = context.staff();
        headquarters.seen();
        return view.page(call(id, staff), staff, "", "");
    }

    /// A POST, because it is asked of LINE and noted in the audit; nothing of it is kept.
    @PostMapping("/office/response/{id:[0-9a-f-]{36}}/name")
    Reply name(@PathVariable UUID id) {
        Actor.Staff staff = context.staff();
        Call call = call(id, staff);
        return view.page(call, staff, "", "")
                .named(desk.findLineName(call, staff).orElse("わかりません"));
    }

    @PostMapping("/office/response/{id:[0-9a-f-]{36}}/take")
    Reply take(@PathVariable UUID id) {
        Actor.Staff staff = context.staff();
        call(id, staff);
        return after(id, desk.take(id, staff), "", staff);
    }

    @PostMapping("/office/response/{id:[0-9a-f-]{36}}/answer")
    Reply answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        call(id, staff);
        return after(id, desk.answer(id, words, onceId, staff), words, staff);
    }

    @PostMapping("/office/response/{id:[0-9a-f-]{36}}/close")
    Reply close(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        call(id, staff);
        return after(id, desk.close(id, words, onceId, staff), words, staff);
    }

    @GetMapping("/office/response/photos/{file:[0-9a-f-]{36}}")
    ResponseEntity<InputStreamResource> photo(@PathVariable UUID file) {
        Actor.Staff staff = context.staff();
        if (!desk.maySeePhoto(file, staff)) {
            throw new ProblemException(AlertProblem.NO_SUCH_THREAD);
        }
        String type = files.get(new FileId(file)).shownType().orElse("application/octet-stream");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(type))
                .body(new InputStreamResource(files.open(new FileId(file))));
    }

    private Reply after(UUID id, Optional<Refusal> refusal, String typed, Actor.Staff staff) {
        return refusal.<Reply>map(why -> view.page(
                        desk.open(id, staff).orElseThrow(),
                        staff,
                        context.japanese().get(why),
                        typed))
                .orElseGet(() -> new Redirect("/office/response/" + id));
    }

    private Call call(UUID id, Actor.Staff staff) {
        return desk.open(id, staff).orElseThrow(() -> new ProblemException(AlertProblem.NO_SUCH_THREAD));
    }
}
