package town.machi.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.messaging.Mail;
import town.machi.messaging.MailList;
import town.machi.messaging.MessagingProblem;
import town.machi.messaging.web.NoticesStepPage.Step;
import town.machi.platform.Ids;
import town.machi.platform.RateLimits;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;

/// 「お知らせメール」: for those who do not use LINE.
@Controller
class NoticesController {

    private static final int ASKED_FROM_ONE_ADDRESS = 10;
    private static final int ASKED_FOR_ONE_MAIL = 3;

    private final MailList list;
    private final Districts districts;
    private final RateLimits limits;
    private final Ids ids;

    NoticesController(MailList list, Districts districts, RateLimits limits, Ids ids) {
        this.list = list;
        this.districts = districts;
        this.limits = limits;
        this.ids = ids;
    }

    @GetMapping("/notices")
    NoticesPage ask(Texts texts) {
        return page(ids.next(), mailField(texts), "", texts);
    }

    @PostMapping("/notices")
    Reply take(
            @RequestParam UUID onceId,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String district,
            HttpServletRequest request,
            Language language,
            Texts texts) {
        String address = Normalizer.normalize(mail.strip(), Normalizer.Form.NFKC);
        if (!Mail.isAddress(address)) {
            Field wrong = mailField(texts).value(mail).error(texts.get("messaging.notices.mail-wrong"));
            return page(onceId, wrong, district, texts);
        }
        Duration hour = Duration.ofHours(1);
        if (!limits.tryTake("messaging.notices", request.getRemoteAddr(), ASKED_FROM_ONE_ADDRESS, hour)
                || !limits.tryTake("messaging.notices.mail", address, ASKED_FOR_ONE_MAIL, hour)) {
            throw new ProblemException(MessagingProblem.TOO_OFTEN);
        }
        Optional<String> known = districts.find(district).map(District::id);
        list.ask(onceId, address, known, language);
        return NoticesStepPage.said(Step.ASKED);
    }

    @GetMapping("/notices/confirm/{token}")
    Reply confirm(@PathVariable String token) {
        return list.isConfirmable(token)
                ? NoticesStepPage.pressed(Step.CONFIRM, "/notices/confirm/" + token)
                : NoticesStepPage.said(Step.OVER);
    }

    @PostMapping("/notices/confirm/{token}")
    Reply confirmed(@PathVariable String token) {
        return NoticesStepPage.said(list.confirm(token) ? Step.CONFIRMED : Step.OVER);
    }

    @GetMapping("/notices/leave/{token}")
    Reply leave(@PathVariable String token) {
        return NoticesStepPage.pressed(Step.LEAVE, "/notices/leave/" + token);
    }

    @PostMapping("/notices/leave/{token}")
    Reply left(@PathVariable String token) {
        list.leave(token);
        return NoticesStepPage.said(Step.LEFT);
    }

    private NoticesPage page(UUID request, Field mail, String chosen, Texts texts) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", texts.get("messaging.notices.whole-town"), chosen.isEmpty()));
        districts
                .list()
                .forEach(each ->
                        choices.add(new Choice(each.id(), each.name(), each.id().equals(chosen))));
        return new NoticesPage(
                request, mail, Field.plain("district", texts.get("messaging.notices.district")), choices);
    }

    private static Field mailField(Texts texts) {
        return Field.required("mail", texts.get("messaging.notices.address"));
    }
}
