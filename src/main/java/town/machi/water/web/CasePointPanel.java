package town.machi.water.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CasePanel;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Wareki;
import town.machi.platform.Ids;
import town.machi.shell.component.Chip;
import town.machi.water.CasePoint;
import town.machi.water.CrewDays;
import town.machi.water.Hold;
import town.machi.water.intake.CaseLook;
import town.machi.water.intake.Said;
import town.machi.water.intake.SupplyArea;

/// 給水装置: which point the case is about, the candidates side by side, and what has to be settled first.
@Component
class CasePointPanel implements CasePanel {

    private final CaseLook look;
    private final PointCards cards;
    private final CrewDays days;
    private final SupplyArea area;
    private final Ids ids;

    CasePointPanel(CaseLook look, PointCards cards, CrewDays days, SupplyArea area, Ids ids) {
        this.look = look;
        this.cards = cards;
        this.days = days;
        this.area = area;
        this.ids = ids;
    }

    @Override
    public Optional<Panel> find(CaseFile file, Actor.Staff staff) {
        return look.look(file, staff)
                .map(looked ->
                        new Panel("point", "給水装置", 5, outside(looked.point()), List.of(), piece(file, looked, staff)));
    }

    /// Whom the resident has to ask, where the water is none of the town's.
    private List<Line> outside(CasePoint point) {
        String contact = area.contact().orElse("未設定");
        return point.match() == CasePoint.Match.OUTSIDE
                ? List.of(new Line("案内する問い合わせ先", contact + "\n「届け出た人へ知らせる」で伝え、作業をせずに終えてください。"))
                : List.of();
    }

    private CasePointPartial piece(CaseFile file, CaseLook.Looked looked, Actor.Staff staff) {
        String path = "/office/water/cases/" + file.id();
        boolean open = !looked.point().match().isSettled() && !file.state().isClosed();
        return new CasePointPartial(
                chip(looked.point()),
                day(looked),
                looked.candidates().stream()
                        .map(point -> cards.card(point, looked.said(), ids.next()))
                        .toList(),
                looked.holds().stream().map(hold -> row(hold, path, staff)).toList(),
                new CasePointPartial.Choosing(open, path + "/point", said(file), ids.next()));
    }

    private static Chip chip(CasePoint point) {
        return point.match().isSettled()
                ? new Chip(Chip.Tone.DONE, point.match().label())
                : new Chip(Chip.Tone.ALERT, "要確認：" + point.match().label());
    }

    private @Nullable String day(CaseLook.Looked looked) {
        LocalDate wanted = looked.point().times().wantedOn();
        if (wanted == null) {
            return null;
        }
        String words = Wareki.format(wanted);
        return looked.slot()
                .map(slot -> words + "　" + (slot.day().equals(wanted) ? "" : "→ " + Wareki.format(slot.day()) + "　")
                        + days.nameOf(slot.crew()))
                .orElse(words);
    }

    private static String said(CaseFile file) {
        String customer = file.answers().text("customer");
        String meter = file.answers().text("meter");
        return file.answers().text("place.area") + file.answers().text("place.number") + " "
                + file.answers().text("place.building")
                + (customer.isEmpty() ? "" : "　お客様番号 " + customer)
                + (meter.isEmpty() ? "" : "　メーター番号 " + meter);
    }

    private CasePointPartial.HoldRow row(Hold hold, String path, Actor.Staff staff) {
        CasePointPartial.Other other = hold.other()
                .flatMap(id -> look.findOther(id, staff))
                .map(CasePointPanel::other)
                .orElse(null);
        Hold.Settled settled = hold.settled();
        String how = settled == null
                ? null
                : day(settled.at()) + " に確かめました。" + (settled.words().isEmpty() ? "" : "（" + settled.words() + "）");
        return new CasePointPartial.HoldRow(
                hold.kind().label(), hold.kind().sentence(), other, how, path + "/holds/" + hold.kind(), ids.next());
    }

    private static CasePointPartial.Other other(CaseFile file) {
        String kind = Said.of(file).map(said -> said.kind().label()).orElse("");
        return new CasePointPartial.Other(
                "/office/cases/" + file.id(),
                file.receipt().format() + "　" + file.name(),
                kind + "　" + file.filing().channel().label() + "　"
                        + day(file.filing().receivedAt()) + " に届きました");
    }

    private static String day(Instant at) {
        return Wareki.format(LocalDate.ofInstant(at, BusinessCalendar.TOKYO));
    }
}
