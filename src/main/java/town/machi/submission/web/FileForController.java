package town.machi.submission.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.procedure.Channel;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;
import town.machi.submission.draft.Begun;
import town.machi.submission.draft.Draft;
import town.machi.submission.draft.Drafts;

/// 「代わりに届け出る」: the same form, typed by the office; channel and typist stay with what is filed.
@Controller
class FileForController {

    private static final List<Channel> CHANNELS = List.of(Channel.PHONE, Channel.COUNTER, Channel.PAPER);

    private final Doorkeeper door;
    private final Procedures procedures;
    private final Drafts drafts;

    FileForController(Doorkeeper door, Procedures procedures, Drafts drafts) {
        this.door = door;
        this.procedures = procedures;
        this.drafts = drafts;
    }

    @GetMapping("/office/file")
    Reply choose(@RequestParam(defaultValue = "") String procedure) {
        door.requireTypist();
        return page(procedure, "", null);
    }

    @PostMapping("/office/file")
    Reply begin(@RequestParam(defaultValue = "") String procedure, @RequestParam(defaultValue = "") String channel) {
        Actor.Staff staff = door.requireTypist();
        Optional<Published> published = ProcedureController.findName(procedure).flatMap(procedures::findPublished);
        Optional<Channel> by =
                CHANNELS.stream().filter(some -> some.code().equals(channel)).findFirst();
        if (published.isEmpty() || by.isEmpty()) {
            return page(procedure, channel, "手続きと、受け付け方を選んでください。");
        }
        if (!published.get().definition().channels().contains(by.get())) {
            return page(procedure, channel, "この手続きは、その受け付け方では受け付けていません。");
        }
        Begun begun = drafts.begin(published.get(), new Draft.Filling(Language.JA, by.get(), "staff:" + staff.id()));
        return new Redirect(Base.ofOffice(begun.draft().id()).path());
    }

    private FileForPage page(String procedure, String channel, @org.jspecify.annotations.Nullable String wrong) {
        List<Choice> procedureChoices = Stream.concat(
                        Stream.of(new Choice("", "選んでください", procedure.isEmpty())),
                        procedures.listPublished().stream()
                                .map(published -> new Choice(
                                        published.name().value(),
                                        published.definition().title().ja(),
                                        published.name().value().equals(procedure))))
                .toList();
        List<Choice> channelChoices = CHANNELS.stream()
                .map(some -> new Choice(some.code(), some.label(), some.code().equals(channel)))
                .toList();
        return new FileForPage(
                Field.required("procedure", "手続き"),
                procedureChoices,
                Field.required("channel", "受け付け方"),
                channelChoices,
                wrong);
    }
}
