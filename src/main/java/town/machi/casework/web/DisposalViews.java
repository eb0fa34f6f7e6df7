package town.machi.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.casework.Disposal;
import town.machi.casework.Disposal.Outcome;
import town.machi.casework.Disposal.State;
import town.machi.casework.jdbc.DisposalRows;
import town.machi.casework.keeping.KeepingTerms;
import town.machi.casework.keeping.Shelves;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.Refusal;
import town.machi.shell.Messages;
import town.machi.shell.component.SummaryRow;

/// A 廃棄の伺い and its 廃棄記録 in words.
@Component
class DisposalViews {

    static final List<String> COLUMNS = List.of("受付番号", "終わった日", "保存期間の満了日", "結果");

    /// What a room holds, as the office says it.
    private static final Map<String, String> ROOMS = Map.of(
            "submission", "届出（回答・直し・添付）",
            "platform", "預かったファイル",
            "casework", "案件（経過・決裁・検索の言葉も）",
            "document", "発行した文書（台帳の番号は残ります）",
            "messaging", "メールとLINEの送信",
            "water", "水道の作業（バルブの記録は名前なしで残ります）");

    private final DisposalRows rows;
    private final KeepingTerms terms;
    private final KeepingViews views;
    private final StaffDirectory directory;
    private final Messages messages;

    DisposalViews(
            DisposalRows rows, KeepingTerms terms, KeepingViews views, StaffDirectory directory, Messages messages) {
        this.rows = rows;
        this.terms = terms;
        this.views = views;
        this.directory = directory;
        this.messages = messages;
    }

    /// @param words as typed for a return
    /// @param said what just happened; null: nothing
    DisposalPage page(
            Disposal disposal, String words, @Nullable String said, Optional<Refusal> refused, Actor.Staff staff) {
        Optional<Refusal> against = disposal.refuse(staff, terms.records());
        long left = disposal.count(Outcome.WAITING);
        return new DisposalPage(
                KeepingViews.href(disposal),
                "廃棄 " + KeepingViews.number(disposal),
                KeepingViews.chip(disposal.state()),
                facts(disposal),
                rows.items(disposal.id()).stream().map(DisposalViews::line).toList(),
                rows.rooms(disposal.id()).entrySet().stream()
                        .map(room -> new DisposalPage.Line(
                                ROOMS.getOrDefault(room.getKey(), room.getKey()), "", "", room.getValue() + "件", false))
                        .toList(),
                against.isEmpty(),
                disposal.refuseWithdrawal(staff).isEmpty(),
                disposal.state() == State.PROPOSED ? against.map(this::say).orElse("") : "",
                disposal.state() == State.APPROVED ? disposal.count() + "件のうち、あと" + left + "件です。画面を閉じても続きます。" : "",
                words,
                said,
                refused.map(this::say).orElse(null));
    }

    private List<SummaryRow> facts(Disposal disposal) {
        People people = new People(directory);
        List<SummaryRow> facts = new ArrayList<>();
        facts.add(fact("手続", disposal.title()));
        facts.add(fact("課", views.section(disposal.shelf().section())));
        facts.add(fact("終わった年度", disposal.shelf().year().label()));
        facts.add(fact("件数", disposal.count() + "件"));
        facts.add(fact("廃棄する理由", disposal.reason()));
        facts.add(fact("伺いを出した人", mark(disposal.proposed(), people)));
        disposal.decided().ifPresent(mark -> facts.add(fact(decider(disposal.state()), mark(mark, people))));
        if (!disposal.words().isEmpty()) {
            facts.add(fact("差戻しの理由", disposal.words()));
        }
        disposal.finished().ifPresent(at -> facts.add(fact("廃棄が終わった日時", Words.moment(at))));
        disposal.outcomes().forEach((outcome, count) -> {
            if (outcome != Outcome.WAITING) {
                facts.add(fact(outcome.label(), count + "件"));
            }
        });
        facts.add(fact("廃棄目録のハッシュ（SHA-256）", disposal.catalogue()));
        return facts;
    }

    private static String decider(State state) {
        return switch (state) {
            case RETURNED -> "差し戻した人";
            case WITHDRAWN -> "取り下げた人";
            case PROPOSED, APPROVED, DONE -> "承認した人";
        };
    }

    private static SummaryRow fact(String label, String value) {
        return SummaryRow.of(label, value);
    }

    private static String mark(Disposal.Mark mark, People people) {
        return people.name(mark.by()) + "　" + Words.moment(mark.at());
    }

    private static DisposalPage.Line line(Disposal.Item item) {
        boolean stays = item.outcome() == Outcome.HELD || item.outcome() == Outcome.KEPT;
        return new DisposalPage.Line(
                item.receipt().format(),
                Words.day(item.closedOn()),
                Words.day(item.keptUntil()),
                item.outcome().label(),
                stays);
    }

    /// The 廃棄目録 with what became of each, as rows of text.
    List<List<String>> catalogue(Disposal disposal) {
        return rows.items(disposal.id()).stream()
                .map(item -> List.of(
                        item.receipt().format(),
                        item.closedOn().toString(),
                        item.keptUntil().toString(),
                        item.outcome().label()))
                .toList();
    }

    /// @param page counted from 1
    DisposalsPage list(int page, Actor.Staff staff) {
        var sections = terms.sections(staff);
        People people = new People(directory);
        List<DisposalsPage.Line> lines = rows.listOver(sections, (page - 1L) * Shelves.ROWS, Shelves.ROWS).stream()
                .map(disposal -> line(disposal, people))
                .toList();
        return new DisposalsPage(
                lines,
                KeepingViews.pager("/office/keeping/disposals?page=", page, lines.size(), rows.countOver(sections)));
    }

    private DisposalsPage.Line line(Disposal disposal, People people) {
        return new DisposalsPage.Line(
                KeepingViews.href(disposal),
                KeepingViews.number(disposal),
                disposal.title(),
                views.section(disposal.shelf().section()),
                disposal.shelf().year().label(),
                Set.of(State.RETURNED, State.WITHDRAWN).contains(disposal.state())
                        ? disposal.count() + "件"
                        : disposal.count(Outcome.DESTROYED) + "／" + disposal.count() + "件",
                people.name(disposal.proposed().by()),
                people.name(disposal.decided().map(Disposal.Mark::by)),
                Words.shortMoment(disposal.finished()
                        .or(() -> disposal.decided().map(Disposal.Mark::at))
                        .orElseThrow()),
                KeepingViews.chip(disposal.state()));
    }

    /// 廃棄記録 as rows of text.
    static final List<String> RECORD =
            List.of("番号", "手続", "課", "終わった年度", "廃棄した件数／件数", "伺いを出した人", "承認・差戻し・取下げの人", "日時", "結果");

    List<List<String>> record(Actor.Staff staff) {
        People people = new People(directory);
        return rows.listOver(terms.sections(staff), 0, Shelves.MOST).stream()
                .map(disposal -> line(disposal, people))
                .map(line -> List.of(
                        line.number(),
                        line.title(),
                        line.section(),
                        line.year(),
                        line.cases(),
                        line.by(),
                        line.decider(),
                        line.when(),
                        line.state().word()))
                .toList();
    }

    String say(Refusal refusal) {
        return messages.in(Language.JA).get(refusal);
    }
}
