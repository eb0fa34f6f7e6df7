package town.machi.alert.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertEvent;
import town.machi.alert.AlertRules;
import town.machi.alert.AlertState;
import town.machi.alert.AlertText;
import town.machi.alert.Chains;
import town.machi.alert.Channel;
import town.machi.alert.ChannelMark;
import town.machi.alert.MayorOrder;
import town.machi.alert.desk.AlertLooking;
import town.machi.alert.desk.AlertRuling;
import town.machi.alert.desk.Composer;
import town.machi.alert.desk.Marking;
import town.machi.alert.desk.Reach;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.messaging.BulkResult;
import town.machi.messaging.LineMessage;
import town.machi.shell.component.Chip;
import town.machi.shell.component.SummaryRow;
import town.machi.shell.component.TimelineItem;

/// Makes the page of a message.
@Component
class AlertView {

    private final AlertLooking looking;
    private final Marking marking;
    private final AlertRuling ruling;
    private final Reach reach;
    private final AlertContext context;

    AlertView(AlertLooking looking, Marking marking, AlertRuling ruling, Reach reach, AlertContext context) {
        this.reach = reach;
        this.looking = looking;
        this.marking = marking;
        this.ruling = ruling;
        this.context = context;
    }

    AlertPage page(Alert alert, Actor.Staff staff, AlertPage.Notice notice) {
        AlertText text = looking.text(alert);
        return new AlertPage(
                head(alert, text),
                facts(alert),
                previews(alert, text),
                acts(alert, staff),
                reach.findShortage(alert).orElse(""),
                board(alert, text, staff),
                ruling.rules().mayWrite(staff),
                results(alert),
                chain(alert),
                history(alert),
                notice,
                context.newId());
    }

    private AlertPage.Head head(Alert alert, AlertText text) {
        return new AlertPage.Head(
                alert.id().toString(),
                alert.number(),
                alert.world(),
                text.in(Language.JA).marked(),
                alert.content().kind().label() + "・" + alert.act().label(),
                AlertListController.chip(alert.state()),
                context.days().moment(alert.state().since()),
                looking.composer().districtsToType(alert),
                alert.revision(),
                text.hash(),
                text.shortHash(),
                alert.progress().sole(),
                looking.composer().isReplaced(alert));
    }

    private List<SummaryRow> facts(Alert alert) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(row("対象の地区", looking.composer().districtsToType(alert)));
        alert.content().order().ifPresent(order -> order(rows, order));
        alert.content()
                .until()
                .ifPresent(until -> rows.add(row("終わりの日時", context.days().moment(until))));
        rows.add(row("書いた人", context.name(alert.progress().writer())));
        if (alert.progress().sole()) {
            rows.add(row("発信のしかた", "単独発信（決裁の返事がなかったため）"));
        }
        alert.progress()
                .approvals()
                .forEach(given -> rows.add(row(
                        "決裁",
                        context.name("staff:" + given.by()) + "（"
                                + context.days().moment(given.at()) + "）")));
        return rows;
    }

    private void order(List<SummaryRow> rows, MayorOrder order) {
        rows.add(row("決めた人", (order.deciderTitle() + " " + order.deciderName()).strip()));
        rows.add(row("決めた時刻", context.days().moment(order.decidedAt())));
        rows.add(row("発令した時刻", order.issuedAt().map(context.days()::moment).orElse("発信したとき")));
        rows.add(row("根拠", order.grounds()));
        rows.add(row("対象世帯・人数", count(order.households(), "世帯") + "・" + count(order.people(), "人")));
    }

    private static String count(java.util.Optional<Integer> number, String unit) {
        return number.map(value -> "%,d".formatted(value) + unit).orElse("未設定");
    }

    private static SummaryRow row(String label, String value) {
        return SummaryRow.of(label, value);
    }

    private List<AlertPage.Preview> previews(Alert alert, AlertText text) {
        List<AlertPage.Preview> previews = new ArrayList<>();
        for (Language language : Language.values()) {
            String whole = text.in(language).whole();
            previews.add(new AlertPage.Preview(
                    "text-" + language.code(),
                    "LINE・メール・ホームページ（" + Composer.label(language) + "）",
                    whole,
                    "%,d／%,d".formatted(LineMessage.length(whole), LineMessage.LONGEST_TEXT),
                    false,
                    null));
        }
        for (Channel channel : Channel.of(alert.world(), alert.content())) {
            if (!channel.isOurs() && !alert.isSent()) {
                previews.add(new AlertPage.Preview(
                        channel.name(),
                        channel.label(),
                        looking.copy(channel, alert, text),
                        looking.copyLengths(channel, text),
                        true,
                        looking.findCopyFault(channel, text).orElse(null)));
            }
        }
        return previews;
    }

    private AlertPage.Acts acts(Alert alert, Actor.Staff staff) {
        boolean writes = ruling.rules().mayWrite(staff);
        boolean draft = alert.state() instanceof AlertState.Draft;
        boolean waiting = alert.state() instanceof AlertState.Waiting;
        boolean own = alert.progress().writer().equals(AlertRules.who(staff));
        boolean again = alert.progress().approvals().stream()
                .anyMatch(given -> given.by().equals(staff.staffId()));
        boolean follows = writes && mayFollow(alert);
        int needed = AlertRules.approvalsNeeded(alert.world());
        return new AlertPage.Acts(
                writes && draft,
                waiting && AlertRules.mayApprove(staff) && !own && !again,
                waiting && AlertRules.mayApprove(staff) && own,
                waiting && AlertRules.mayApprove(staff) && !own,
                waiting && writes && own,
                writes && draft,
                writes && (draft || waiting),
                follows,
                follows,
                follows,
                writes && mayUseAgain(alert),
                alone(alert, writes),
                needed > 1 ? "決裁は二人分が要ります（いま " + alert.progress().approvals().size() + "人）。" : "");
    }

    private boolean mayUseAgain(Alert alert) {
        boolean over = alert.isSent() || alert.state() instanceof AlertState.Dropped;
        return over
                && alert.act() == town.machi.alert.AlertAct.ISSUE
                && looking.findReasonAgainstReuse(alert, alert.world()).isEmpty();
    }

    private boolean mayFollow(Alert alert) {
        boolean over = looking.chain(alert).map(Chains.Chain::isOver).orElse(true);
        return AlertRules.findReasonAgainst(town.machi.alert.AlertAct.LIFT, alert, over)
                .isEmpty();
    }

    private AlertPage.@Nullable Alone alone(Alert alert, boolean writes) {
        boolean fixed = looking.composer().template(alert.content()).isFixed();
        if (!writes
                || !fixed
                || !AlertRules.mayEverGoAlone(alert)
                || !(alert.state() instanceof AlertState.Waiting(Instant since))) {
            return null;
        }
        Instant from = since.plus(ruling.rules().alonePause());
        String when = context.now().isBefore(from) ? context.days().moment(from) : "";
        return new AlertPage.Alone(when, looking.composer().districtsToType(alert));
    }

    private List<AlertPage.Row> board(Alert alert, AlertText text, Actor.Staff staff) {
        List<AlertPage.Row> rows = new ArrayList<>();
        boolean writes = ruling.rules().mayWrite(staff);
        for (Map.Entry<Channel, ChannelMark> entry : looking.board(alert.id()).entrySet()) {
            Channel channel = entry.getKey();
            ChannelMark mark = entry.getValue();
            rows.add(new AlertPage.Row(
                    channel.name(),
                    channel.label(),
                    channel.isOurs(),
                    new Chip(tone(mark), mark.label()),
                    mark.isSettled(),
                    by(mark),
                    reason(mark),
                    channel.isOurs() ? "" : looking.copy(channel, alert, text),
                    looking.copyLengths(channel, text),
                    looking.findCopyFault(channel, text).orElse(null),
                    text.shortHash(),
                    writes && !Set.of(Channel.WEB, Channel.FEED).contains(channel)));
        }
        return rows;
    }

    private static Chip.Tone tone(ChannelMark mark) {
        return switch (mark) {
            case ChannelMark.Pending _ -> Chip.Tone.ALERT;
            case ChannelMark.Done _ -> Chip.Tone.DONE;
            case ChannelMark.NotDone _, ChannelMark.NotNeeded _ -> Chip.Tone.STOPPED;
        };
    }

    private String by(ChannelMark mark) {
        return switch (mark) {
            case ChannelMark.Pending _ -> "";
            case ChannelMark.Done done -> context.days().moment(done.at()) + " " + context.name(done.by());
            case ChannelMark.NotDone not -> context.days().moment(not.at()) + " " + context.name(not.by());
            case ChannelMark.NotNeeded not -> context.days().moment(not.at()) + " " + context.name(not.by());
        };
    }

    private static String reason(ChannelMark mark) {
        return switch (mark) {
            case ChannelMark.Pending _, ChannelMark.Done _ -> "";
            case ChannelMark.NotDone not -> not.reason();
            case ChannelMark.NotNeeded not -> not.reason();
        };
    }

    private List<AlertPage.Result> results(Alert alert) {
        List<AlertPage.Result> results = new ArrayList<>();
        for (BulkResult bulk : marking.results(alert)) {
            for (BulkResult.PerChannel channel : bulk.channels()) {
                results.add(new AlertPage.Result(
                        channel.channel().label(),
                        channel.accepted(),
                        channel.blocked(),
                        channel.failed(),
                        channel.waiting(),
                        channel.lastAt().map(context.days()::moment).orElse(""),
                        channel.lastAnswer().map(AlertView::answer).orElse(""),
                        channel.failed() > 0 && !looking.composer().isReplaced(alert)));
            }
        }
        return results;
    }

    /// The other side's last answer, in words where the office knows what to do about it.
    private static String answer(String last) {
        return switch (last) {
            case "stopped" -> "（送るのをやめました）";
            case "no-connection" -> "（相手につながりません）";
            case "429 quota" -> "（今月の通数を使い切りました）";
            case "given-up" -> "（23時間たったので、やめました）";
            default -> "（" + last + "）";
        };
    }

    private List<AlertPage.Link> chain(Alert alert) {
        return looking.related(alert).stream()
                .map(each -> new AlertPage.Link(
                        "/office/alerts/" + each.id(),
                        "第" + each.number() + "号 " + each.act().label() + " "
                                + looking.text(each).in(Language.JA).title(),
                        context.days().moment(each.state().since()),
                        each.id().equals(alert.id())))
                .toList();
    }

    private List<TimelineItem> history(Alert alert) {
        return looking.history(alert.id()).stream().map(this::item).toList();
    }

    private TimelineItem item(AlertEvent event) {
        return new TimelineItem(
                event.at(), event.what().label(), context.name(event.who()), event.words(), tone(event.what()));
    }

    private static Chip.@Nullable Tone tone(AlertEvent.What what) {
        return switch (what) {
            case SENT, SENT_BY_RULE -> Chip.Tone.DONE;
            case SENT_ALONE -> Chip.Tone.ALERT;
            case DROPPED -> Chip.Tone.STOPPED;
            case WRITTEN,
                    REWRITTEN,
                    UPDATED,
                    SUBMITTED,
                    APPROVED,
                    SENT_BACK,
                    TAKEN_BACK,
                    MARKED,
                    RETRIED,
                    CLOSED,
                    REOPENED,
                    FOLLOWED -> null;
        };
    }
}
