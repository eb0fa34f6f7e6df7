package town.machi.shelter.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.Disaster;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.Shelters;
import town.machi.shelter.inquiry.Inquiries;
import town.machi.shelter.inquiry.Inquiry;
import town.machi.shelter.inquiry.Relation;

/// 安否照会 at the 本部: who asks for whom and why, and the sentence to read out.
@Controller
@RequestMapping("/office/shelters/inquiries")
class InquiryController {

    private static final String HERE = "/office/shelters/inquiries";

    private final Inquiries inquiries;
    private final Shelters shelters;
    private final Headquarters headquarters;

    InquiryController(Inquiries inquiries, Shelters shelters, Headquarters headquarters) {
        this.inquiries = inquiries;
        this.shelters = shelters;
        this.headquarters = headquarters;
    }

    /// Without an id: of the newest disaster.
    @GetMapping
    Reply newest() {
        headquarters.staff();
        return shelters.listDisasters().stream()
                .findFirst()
                .<Reply>map(each -> new Redirect(HERE + "/of/" + each.id()))
                .orElseGet(() -> new Redirect("/office/shelters?refused=no-disaster"));
    }

    @GetMapping("/of/{disaster}")
    Reply show(@PathVariable UUID disaster) {
        return page(get(disaster), Map.of(), List.of(), headquarters.staff());
    }

    @PostMapping("/of/{disaster}")
    Reply ask(@PathVariable UUID disaster, @RequestParam Map<String, String> typed, @RequestParam UUID onceId) {
        Actor.Staff staff = headquarters.staff();
        Disaster about = get(disaster);
        InquiryForm form = new InquiryForm(typed);
        Inquiry inquiry = form.read(onceId, about.id());
        if (inquiry == null) {
            return page(about, typed, form.faults(), staff);
        }
        inquiries.ask(inquiry, staff);
        return new Redirect(HERE + "/" + onceId);
    }

    @GetMapping("/{id}")
    Reply answer(@PathVariable UUID id) {
        return inquiries
                .find(id, headquarters.staff())
                .map(InquiryAnswerPage::new)
                .orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_INQUIRY));
    }

    private InquiryPage page(Disaster about, Map<String, String> typed, List<String> faults, Actor.Staff staff) {
        List<InquiryPage.Ring> rings = Arrays.stream(Relation.values())
                .map(each -> InquiryPage.Ring.of(each, inquiries.allowed(each)))
                .toList();
        List<Disaster> others = shelters.listDisasters().stream()
                .filter(each -> !each.id().equals(about.id()))
                .limit(5)
                .toList();
        List<InquiryPage.Line> book = inquiries.list(about.id(), staff).stream()
                .map(InquiryPage.Line::of)
                .toList();
        return new InquiryPage(about, others, typed, faults, rings, book, headquarters.newId());
    }

    private Disaster get(UUID id) {
        return shelters.listDisasters().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_DISASTER));
    }
}
