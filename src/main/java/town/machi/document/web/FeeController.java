package town.machi.document.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.FeeEntry;
import town.machi.casework.Fees;
import town.machi.document.DocumentProblem;
import town.machi.document.cases.FeeReceipts;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.platform.Ids;
import town.machi.shell.CurrentActor;
import town.machi.shell.Messages;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// The fee of a case: received, waived, taken back; and its receipt.
@Controller
@RequestMapping("/office/cases/{id}/fee")
class FeeController {

    private final Cases cases;
    private final Fees fees;
    private final FeeReceipts receipts;
    private final Messages messages;
    private final CurrentActor current;
    private final Ids ids;

    FeeController(Cases cases, Fees fees, FeeReceipts receipts, Messages messages, CurrentActor current, Ids ids) {
        this.cases = cases;
        this.fees = fees;
        this.receipts = receipts;
        this.messages = messages;
        this.current = current;
        this.ids = ids;
    }

    @PostMapping("/{kind:received|waived|voided}")
    Reply record(
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam UUID onceId) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        FeeEntry.Kind what = FeeEntry.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        Optional<Refusal> refusal = fees.record(new CaseId(id), what, words, onceId, staff);
        String theCase = "/office/cases/" + id;
        String back = theCase + "#fee";
        if (refusal.isEmpty()) {
            return new Redirect(back);
        }
        String sentence = messages.in(Language.JA).get(refusal.get());
        FeeWords typed =
                what == FeeEntry.Kind.RECEIVED ? null : new FeeWords(theCase + "/fee", what, ids.next(), words);
        return new FeeRefusedPage(sentence, typed, back);
    }

    @GetMapping("/receipt.pdf")
    ResponseEntity<byte[]> receipt(@PathVariable UUID id) {
        CaseFile file = cases.find(new CaseId(id), Actor.requireStaff(current.get()), "receipt")
                .orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_DOCUMENT));
        byte[] pdf = receipts.print(file).orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_DOCUMENT));
        return Pdf.shown("領収書_" + file.receipt().format() + ".pdf").body(pdf);
    }
}
