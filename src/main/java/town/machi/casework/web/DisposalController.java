package town.machi.casework.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.Disposal;
import town.machi.casework.keeping.Disposing;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.shell.Download;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// One 廃棄の伺い: agreed to or given back by a second person; and 廃棄記録.
@Controller
@RequestMapping("/office/keeping/disposals")
class DisposalController {

    private final Disposing disposing;
    private final DisposalViews views;
    private final Context context;

    DisposalController(Disposing disposing, DisposalViews views, Context context) {
        this.disposing = disposing;
        this.views = views;
        this.context = context;
    }

    @GetMapping
    Reply list(@RequestParam(defaultValue = "1") String page) {
        return views.list(KeepingController.pageOf(page), context.staff());
    }

    @GetMapping("/record.{ending:csv|xlsx}")
    ResponseEntity<byte[]> record(@PathVariable String ending) {
        List<List<String>> rows = views.record(context.staff());
        return new Download("廃棄記録", "廃棄記録", DisposalViews.RECORD, rows.stream()).as(ending);
    }

    @GetMapping("/{id}")
    Reply show(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        @Nullable
        String said = switch (done) {
            case "proposed" -> "廃棄の伺いを出しました。ほかの人が承認するまで、何も消えません。";
            case "approved" -> "承認しました。一件ずつ廃棄しています。";
            case "withdrawn" -> "伺いを取り下げました。何も消えていません。案件は、また廃棄の候補に出ます。";
            case "returned" -> "差し戻しました。何も消えていません。";
            default -> null;
        };
        return page(id, "", said, Optional.empty());
    }

    private Reply page(UUID id, String words, @Nullable String said, Optional<Refusal> refused) {
        Actor.Staff staff = context.staff();
        return views.page(disposing.get(id, staff), words, said, refused, staff);
    }

    @GetMapping("/{id}/catalogue.{ending:csv|xlsx}")
    ResponseEntity<byte[]> catalogue(@PathVariable UUID id, @PathVariable String ending) {
        Disposal disposal = disposing.get(id, context.staff());
        String name = "廃棄目録-第" + disposal.number() + "号-" + disposal.title() + "-"
                + disposal.shelf().year().label();
        return new Download(name, "廃棄目録", DisposalViews.COLUMNS, views.catalogue(disposal).stream()).as(ending);
    }

    @PostMapping("/{id}/approve")
    Reply approve(@PathVariable UUID id) {
        Optional<Refusal> refusal = disposing.approve(id, context.staff());
        return refusal.isEmpty() ? done(id, "approved") : page(id, "", null, refusal);
    }

    @PostMapping("/{id}/return")
    Reply giveBack(@PathVariable UUID id, @RequestParam(defaultValue = "") String words) {
        Optional<Refusal> refusal = disposing.giveBack(id, words, context.staff());
        return refusal.isEmpty() ? done(id, "returned") : page(id, words, null, refusal);
    }

    @PostMapping("/{id}/withdraw")
    Reply withdraw(@PathVariable UUID id) {
        Optional<Refusal> refusal = disposing.withdraw(id, context.staff());
        return refusal.isEmpty() ? done(id, "withdrawn") : page(id, "", null, refusal);
    }

    private static Reply done(UUID id, String what) {
        return new Redirect("/office/keeping/disposals/" + id + "?done=" + what);
    }
}
