package town.machi.document.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.document.Dispatch;
import town.machi.document.Dispatches;
import town.machi.document.IssuedDocument;
import town.machi.document.cases.CasePapers;
import town.machi.document.cases.PostAddresses;
import town.machi.document.cases.PostPrints;
import town.machi.kernel.Actor;
import town.machi.kernel.Wareki;
import town.machi.platform.Ids;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// 発送: labels and window sheets for what goes out, and that it went. Each case that is read for it is in the audit.
@Controller
@RequestMapping("/office/documents/send")
class SendingController {

    private static final int MOST = 60;
    private static final String ABOUT = "casework.case:";

    private final LedgerWords words;
    private final Dispatches dispatches;
    private final Papers papers;
    private final Ids ids;
    private final CurrentActor current;

    SendingController(LedgerWords words, Dispatches dispatches, Papers papers, Ids ids, CurrentActor current) {
        this.words = words;
        this.dispatches = dispatches;
        this.papers = papers;
        this.ids = ids;
        this.current = current;
    }

    /// What is known of a paper's case.
    @org.springframework.stereotype.Component
    record Papers(Cases cases, CasePapers papers, PostAddresses addresses, PostPrints prints) {}

    private record Item(IssuedDocument document, CaseFile file, Optional<List<String>> address) {}

    @GetMapping
    Reply show(@RequestParam(defaultValue = "") String done) {
        String said = done.matches("\\d{1,3}") ? done + "件を郵送したと記録しました。" : null;
        return page(staff(), said, null);
    }

    @PostMapping("/labels.pdf")
    Object labels(@RequestParam(name = "document", defaultValue = "") Set<UUID> chosen) {
        List<PostPrints.Post> posts = posts(chosen);
        return posts.isEmpty()
                ? page(staff(), null, "印刷するものを一つ以上選んでください。")
                : Pdf.shown("宛名ラベル.pdf").body(papers.prints().labels(posts));
    }

    @PostMapping("/windows.pdf")
    Object windows(@RequestParam(name = "document", defaultValue = "") Set<UUID> chosen) {
        List<PostPrints.Post> posts = posts(chosen);
        return posts.isEmpty()
                ? page(staff(), null, "印刷するものを一つ以上選んでください。")
                : Pdf.shown("送付状.pdf").body(papers.prints().windows(posts));
    }

    @PostMapping("/posted")
    Reply posted(@RequestParam(name = "document", defaultValue = "") Set<UUID> chosen, @RequestParam UUID onceId) {
        Actor.Staff staff = staff();
        List<Item> items = chosen(chosen, staff);
        if (items.isEmpty()) {
            return page(staff, null, "郵送したものを一つ以上選んでください。");
        }
        for (Item item : items) {
            UUID own = UUID.nameUUIDFromBytes((onceId + "/" + item.document().id()).getBytes(StandardCharsets.UTF_8));
            dispatches.record(item.document().id(), Dispatch.Step.POSTED, own, staff);
        }
        return new Redirect("/office/documents/send?done=" + items.size());
    }

    private List<PostPrints.Post> posts(Set<UUID> chosen) {
        return chosen(chosen, staff()).stream()
                .flatMap(item -> item.address().stream().map(address -> new PostPrints.Post(item.document(), address)))
                .toList();
    }

    private List<Item> chosen(Set<UUID> chosen, Actor.Staff staff) {
        return items(
                staff,
                words.listToSend(staff, MOST).stream()
                        .filter(document -> chosen.contains(document.id().value()))
                        .toList());
    }

    private List<Item> items(Actor.Staff staff, List<IssuedDocument> documents) {
        List<Item> items = new ArrayList<>();
        for (IssuedDocument document : documents) {
            caseOf(document)
                    .flatMap(id -> papers.cases().find(id, staff, "dispatch"))
                    .ifPresent(file -> items.add(
                            new Item(document, file, papers.addresses().find(file))));
        }
        return items;
    }

    private static Optional<CaseId> caseOf(IssuedDocument document) {
        return document.about().startsWith(ABOUT)
                ? Optional.of(new CaseId(UUID.fromString(document.about().substring(ABOUT.length()))))
                : Optional.empty();
    }

    private SendingPage page(Actor.Staff staff, @Nullable String said, @Nullable String refused) {
        List<Item> items = items(staff, words.listToSend(staff, MOST));
        var last =
                dispatches.last(items.stream().map(item -> item.document().id()).collect(Collectors.toSet()));
        return new SendingPage(
                items.stream()
                        .map(item -> row(item, last.get(item.document().id())))
                        .toList(),
                ids.next(),
                said,
                refused);
    }

    private SendingPage.Row row(Item item, @Nullable Dispatch way) {
        String number = item.document().number();
        return new SendingPage.Row(
                item.document().id().toString(),
                number == null ? "" : number,
                item.document().kind(),
                Wareki.format(item.document().issuedOn()),
                item.file().name().isBlank() ? "（お名前なし）" : item.file().name(),
                item.address()
                        .map(lines -> String.join("\n", lines.subList(0, lines.size() - 1)))
                        .orElse(null),
                papers.papers().findWish(item.file()).orElse("—"),
                way == null ? "まだです" : PapersPanel.said(way),
                "/office/cases/" + item.file().id() + "#papers");
    }

    private Actor.Staff staff() {
        return Actor.requireStaff(current.get());
    }
}
