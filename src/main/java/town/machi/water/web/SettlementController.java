package town.machi.water.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.Refusal;
import town.machi.platform.Sheets;
import town.machi.shell.Download;
import town.machi.shell.Messages;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.water.MeterReading;
import town.machi.water.WorkOrderId;
import town.machi.water.work.Billing;
import town.machi.water.work.OwnBill;
import town.machi.water.work.Settlements;

/// 精算: files to the billing system, and the amounts that come back.
@Controller
class SettlementController {

    private static final String PATH = "/office/water/settlements";

    private final WaterStaff who;
    private final Settlements settlements;
    private final Billing billing;
    private final OwnBill bill;
    private final SettlementViews views;
    private final Messages messages;

    SettlementController(
            WaterStaff who,
            Settlements settlements,
            Billing billing,
            OwnBill bill,
            SettlementViews views,
            Messages messages) {
        this.who = who;
        this.settlements = settlements;
        this.billing = billing;
        this.bill = bill;
        this.views = views;
        this.messages = messages;
    }

    @GetMapping(PATH)
    Reply show(@RequestParam(defaultValue = "") String said) {
        who.require();
        return views.page(List.of(), sentence(said));
    }

    /// A reading from a photo, or one that counts although nobody could read it.
    @PostMapping(PATH + "/{order}/reading")
    Reply reading(@PathVariable UUID order, @RequestParam(defaultValue = "") String reading) {
        Actor.Staff staff = who.require();
        String digits = java.text.Normalizer.normalize(reading, java.text.Normalizer.Form.NFKC)
                .strip();
        Optional<Refusal> refusal = digits.matches("\\d{1,6}")
                ? settlements.enterReading(new WorkOrderId(order), MeterReading.of(Integer.parseInt(digits)), staff)
                : Optional.of(Refusal.of("water.reading.out-of-range", MeterReading.LARGEST));
        return refusal.<Reply>map(
                        no -> views.page(List.of(messages.in(Language.JA).get(no)), null))
                .orElseGet(() -> new Redirect(PATH + "?said=reading"));
    }

    @PostMapping(PATH + "/batches")
    Reply makeBatch(@RequestParam UUID onceId) {
        Actor.Staff staff = who.require();
        return new Redirect(PATH + "?said=" + (billing.makeBatch(onceId, staff).isPresent() ? "made" : "nothing"));
    }

    /// The file itself. The second time it is refused without a reason.
    @PostMapping(PATH + "/batches/{id}/csv")
    Object export(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        Actor.Staff staff = who.require();
        return switch (billing.export(id, reason, staff)) {
            case Billing.Export.Refused(Refusal refusal) ->
                views.page(List.of(messages.in(Language.JA).get(refusal)), null);
            case Billing.Export.Csv(String name, byte[] bytes) -> csv(name, bytes);
        };
    }

    /// @param look `yes`: only looks whether the file can be taken
    @PostMapping(PATH + "/amounts")
    Reply takeBack(@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String look) throws IOException {
        Actor.Staff staff = who.require();
        boolean dryRun = look.equals("yes");
        Billing.TakenBack back = billing.takeBack(file.getBytes(), dryRun, staff);
        if (!back.faults().isEmpty()) {
            return views.page(back.faults(), "悪い行があるため、何も取り込んでいません。");
        }
        return views.page(List.of(), dryRun ? back.count() + "件を取り込めます。まだ何も変えていません。" : back.count() + "件を取り込みました。");
    }

    /// 請求書（適格請求書）. Pressed twice, it is the same one.
    @PostMapping(PATH + "/{order}/bill")
    Reply issueBill(@PathVariable UUID order) {
        Actor.Staff staff = who.require();
        return bill.issue(new WorkOrderId(order), staff)
                .<Reply>map(no -> views.page(List.of(messages.in(Language.JA).get(no)), null))
                .orElseGet(() -> new Redirect(PATH + "?said=bill"));
    }

    private static ResponseEntity<byte[]> csv(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(Sheets.CSV))
                .header("Content-Disposition", Download.disposition(name))
                .body(bytes);
    }

    private static @Nullable String sentence(String said) {
        return switch (said) {
            case "reading" -> "指針を入れました。";
            case "made" -> "送付ファイルを作りました。下の一覧から取り出してください。";
            case "bill" -> "請求書を作りました。下の「決まった精算と請求書」から開けます。";
            case "nothing" -> "送るものはありません。";
            default -> null;
        };
    }
}
