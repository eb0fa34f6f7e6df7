package town.machi.casework.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.casework.Disposal;
import town.machi.casework.Hold;
import town.machi.casework.desk.Access;
import town.machi.casework.jdbc.DisposalRows;
import town.machi.casework.jdbc.KeepingRows;
import town.machi.casework.keeping.Disposing;
import town.machi.casework.keeping.KeepingTerms;
import town.machi.casework.keeping.Shelves;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.platform.Town;
import town.machi.procedure.Keep;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Pager;

/// 保存と廃棄 in words.
@Component
class KeepingViews {

    /// What forgets by itself, room by room; the handbook says the same.
    private static final List<KeepingPage.Other> OTHERS = List.of(
            new KeepingPage.Other("書きかけの届出と、その添付", "最後に書いた日から、設定「書きかけの届出を残しておく日数」"),
            new KeepingPage.Other("送ったメールとLINEの宛先・本文", "送ってから30日"),
            new KeepingPage.Other("LINEで届いた言葉", "処理するとすぐ（届いた印だけ7日）"),
            new KeepingPage.Other("住民の声（LINEのやりとりと写真）", "対応が終わってから365日"),
            new KeepingPage.Other("お知らせメールの登録", "本人がやめたとき（確認されない申込みは24時間）"),
            new KeepingPage.Other("水道の折り返しの電話", "電話してから30日（電話しなかったものは365日）"),
            new KeepingPage.Other("避難所に来た人の名前・連絡先", "災害ごとに決めた日（数だけが残ります）"),
            new KeepingPage.Other("事前に登録した世帯", "設定の年数"),
            new KeepingPage.Other("サインインの記録", "180日"),
            new KeepingPage.Other("バックアップのファイル", "町が古いものを消す日まで（手引きの「忘れる」を見てください）"));

    static final List<String> COLUMNS = List.of("受付番号", "手続", "課", "受付日", "終わった日", "終わりかた", "保存年限", "保存期間の満了日", "扱い");

    private final Shelves shelves;
    private final KeepingTerms terms;
    private final DisposalRows disposals;
    private final Disposing disposing;
    private final StaffDirectory directory;
    private final Town town;

    KeepingViews(
            Shelves shelves,
            KeepingTerms terms,
            DisposalRows disposals,
            Disposing disposing,
            StaffDirectory directory,
            Town town) {
        this.shelves = shelves;
        this.terms = terms;
        this.disposals = disposals;
        this.disposing = disposing;
        this.directory = directory;
        this.town = town;
    }

    KeepingPage page(String words, Actor.Staff staff) {
        People people = new People(directory);
        return new KeepingPage(
                disposals.listOpen(terms.sections(staff)).stream()
                        .map(one -> open(one, people, staff))
                        .toList(),
                shelves.list(staff).stream().map(this::shelf).toList(),
                words,
                words.isBlank() ? List.of() : found(words, staff),
                terms.list().stream().map(KeepingViews::term).toList(),
                OTHERS);
    }

    private KeepingPage.Open open(Disposal disposal, People people, Actor.Staff staff) {
        return new KeepingPage.Open(
                href(disposal),
                number(disposal),
                disposal.title() + "　" + disposal.shelf().year().label(),
                disposal.count() + "件",
                people.name(disposal.proposed().by()) + "　"
                        + Words.shortMoment(disposal.proposed().at()),
                chip(disposal.state()),
                disposing.mayDecide(disposal, staff));
    }

    private KeepingPage.Shelf shelf(KeepingRows.Group group) {
        return new KeepingPage.Shelf(
                group.shelf().path(),
                terms.title(group.shelf().procedure()),
                section(group.shelf().section()),
                group.shelf().year().label(),
                group.cases(),
                group.held(),
                group.proposed());
    }

    private List<KeepingPage.Found> found(String words, Actor.Staff staff) {
        Stream<KeepingPage.Found> gone = ReceiptNumber.parse(words).stream()
                .flatMap(receipt -> disposals.listByReceipt(receipt, terms.sections(staff)).stream()
                        .map(disposal -> gone(receipt, disposal)));
        return Stream.concat(shelves.search(words, staff).stream().map(line -> found(line, staff)), gone)
                .toList();
    }

    private KeepingPage.Found found(KeepingRows.Line line, Actor.Staff staff) {
        boolean theirs = Access.sections(staff).contains(line.section());
        return new KeepingPage.Found(
                line.receipt().format(),
                theirs ? "/office/cases/" + line.id() : "",
                terms.title(line.basis().procedure()),
                line.closedOn().map(Words::day).orElse("終わっていません"),
                line.closedOn().isEmpty() ? "—" : until(line),
                says(line));
    }

    private static KeepingPage.Found gone(ReceiptNumber receipt, Disposal disposal) {
        return new KeepingPage.Found(
                receipt.format(), href(disposal), disposal.title(), "—", "—", "廃棄の伺い " + number(disposal) + " に入りました");
    }

    private String until(KeepingRows.Line line) {
        return terms.lastDay(line)
                .map(Words::day)
                .orElseGet(() -> terms.keepOf(line.basis()).label());
    }

    /// What can be done with it now.
    String says(KeepingRows.Line line) {
        if (line.closedOn().isEmpty()) {
            return "まだ終わっていません";
        }
        if (line.held()) {
            return "保留中です（"
                    + shelves.groundsOf(line).stream().map(Hold.Ground::label).collect(Collectors.joining("、")) + "）";
        }
        if (line.proposed()) {
            return "廃棄の伺いに入っています";
        }
        return switch (terms.keepOf(line.basis())) {
            case Keep.NotSet _ -> "保存年限が未設定なので、廃棄の候補に出ません";
            case Keep.Forever _ -> "永年保存です";
            case Keep.For _ -> terms.isPast(line) ? "廃棄の候補です" : "保存期間のうちです";
        };
    }

    private static KeepingPage.Term term(KeepingTerms.Term term) {
        String says = switch (term.keep()) {
            case Keep.NotSet _ -> "未設定のうちは、一件も廃棄の候補に出ません。手続の定義の keep: に書いて公開してください。";
            case Keep.Forever _ -> "廃棄しません。";
            case Keep.For _ -> "";
        };
        return new KeepingPage.Term(term.title(), term.keep().label(), says, !(term.keep() instanceof Keep.NotSet));
    }

    /// The 廃棄目録 of a shelf as rows of text.
    List<String> row(KeepingRows.Line line) {
        return List.of(
                line.receipt().format(),
                terms.title(line.basis().procedure()),
                section(line.section()),
                line.receivedOn().toString(),
                line.closedOn().map(Object::toString).orElse(""),
                end(line.meaning()),
                terms.keepOf(line.basis()).label(),
                terms.lastDay(line).map(Object::toString).orElse(""),
                says(line));
    }

    /// @param refused why not; empty: nothing was refused
    ShelfPage shelf(
            Disposal.Shelf shelf, int page, ShelfPage.Typed typed, Optional<String> refused, Actor.Staff staff) {
        Optional<KeepingRows.Group> group = shelves.find(shelf, staff);
        long total = group.map(KeepingRows.Group::cases).orElse(0L);
        List<ShelfPage.Line> lines = shelves.page(shelf, page, staff).stream()
                .map(line -> line(line, staff))
                .toList();
        return new ShelfPage(
                shelf.path(),
                terms.title(shelf.procedure()),
                section(shelf.section()),
                shelf.year().label(),
                total - group.map(found -> found.held() + found.proposed()).orElse(0L),
                Disposal.mayPropose(staff, shelf.section()),
                lines,
                pager(shelf.path() + "?page=", page, lines.size(), total),
                typed,
                refused.orElse(null));
    }

    private ShelfPage.Line line(KeepingRows.Line line, Actor.Staff staff) {
        boolean theirs = Access.sections(staff).contains(line.section());
        boolean free = !line.held() && !line.proposed();
        return new ShelfPage.Line(
                line.id().toString(),
                theirs ? "/office/cases/" + line.id() : "",
                line.receipt().format(),
                Words.day(line.receivedOn()),
                line.closedOn().map(Words::day).orElse(""),
                end(line.meaning()),
                until(line),
                free,
                free ? "" : says(line));
    }

    static String end(Meaning meaning) {
        return switch (meaning) {
            case OPEN, CORRECTING -> "終わっていません";
            case DONE -> "済み";
            case PARTLY -> "一部認めた";
            case REFUSED -> "不許可・不受理";
            case WITHDRAWN -> "取下げ";
        };
    }

    static Pager pager(String href, int page, int shown, long total) {
        long from = shown == 0 ? 0 : (page - 1L) * Shelves.ROWS + 1;
        long to = shown == 0 ? 0 : from + shown - 1;
        return new Pager(
                total, from, to, page > 1 ? href + (page - 1) : null, to > 0 && to < total ? href + (page + 1) : null);
    }

    String section(SectionId id) {
        return Words.section(town, id);
    }

    static String href(Disposal disposal) {
        return "/office/keeping/disposals/" + disposal.id();
    }

    static String number(Disposal disposal) {
        return "第" + disposal.number() + "号";
    }

    static Chip chip(Disposal.State state) {
        Chip.Tone tone = switch (state) {
            case PROPOSED -> Chip.Tone.WAITING;
            case APPROVED -> Chip.Tone.ACTIVE;
            case RETURNED, WITHDRAWN -> Chip.Tone.STOPPED;
            case DONE -> Chip.Tone.DONE;
        };
        return new Chip(tone, state.label());
    }
}
