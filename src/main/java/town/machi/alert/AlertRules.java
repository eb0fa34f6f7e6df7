package town.machi.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;

/// The rules of a message, without database or screen. Read this first.
///
/// A message is written, waits for somebody else's 決裁, goes out on every channel at once, stays open until each
/// channel is 実施, 未実施 or 不要, and is then closed. 訂正, 解除 and 誤報取消 are messages of their own that name
/// the earlier one. Wrong sends are the commonest failure of such systems; most rules here are against one that
/// happened: an old record sent anew, a drill in the real world, a real one as a drill.
///
/// @param section whose people write messages
/// @param alonePause how long nobody must have answered before one person may send alone
/// @param freshFor how old words may be that go out
public record AlertRules(SectionId section, Duration alonePause, Duration freshFor) {

    private static final Set<Role> OFFICE = Set.of(Role.RECEPTION, Role.HANDLER, Role.DECIDER);

    /// Whether this person sees messages, drafts and answers at all. 管理者 and 監査 alone do not.
    public static boolean maySee(Actor.Staff staff) {
        return !Collections.disjoint(staff.roles(), OFFICE);
    }

    public boolean mayWrite(Actor.Staff staff) {
        return staff.isIn(section) && maySee(staff);
    }

    /// Anybody with 決裁, wherever they work and wherever they are.
    public static boolean mayApprove(Actor.Staff staff) {
        return staff.has(Role.DECIDER);
    }

    /// How many must approve, none of them the writer.
    public static int approvalsNeeded(World world) {
        return world == World.PUBLIC_DRILL ? 2 : 1;
    }

    /// New words for a draft. One that has lain too long is written anew, not mended.
    public Step write(Alert alert, Content content, int seen, Actor.Staff staff, Instant now) {
        if (alert.revision() != seen) {
            return new Step.Stale(alert.revision());
        }
        if (!mayWrite(staff)) {
            return Step.refused("alert.refusal.not-writer");
        }
        if (!(alert.state() instanceof AlertState.Draft)) {
            return Step.refused("alert.refusal.not-draft");
        }
        if (!isFresh(alert, now)) {
            return Step.refused("alert.refusal.old-record", freshFor.toHours());
        }
        Alert.Progress next =
                alert.progress().at(new AlertState.Draft(alert.state().since()));
        return new Step.Taken(alert.with(content).with(next.writtenBy(who(staff), now)));
    }

    /// The writer asks for somebody else's 決裁.
    public Step submit(Alert alert, int seen, Actor.Staff staff, Instant now) {
        if (alert.revision() != seen) {
            return new Step.Stale(alert.revision());
        }
        if (!mayWrite(staff)) {
            return Step.refused("alert.refusal.not-writer");
        }
        if (!(alert.state() instanceof AlertState.Draft)) {
            return Step.refused("alert.refusal.not-draft");
        }
        Optional<Refusal> fault = findFault(alert, now);
        return fault.<Step>map(Step.Refused::new)
                .orElseGet(() -> new Step.Taken(alert.with(alert.progress()
                        .at(new AlertState.Waiting(now))
                        .writtenBy(answerable(alert, staff), alert.progress().writtenAt()))));
    }

    /// Whoever asks for a machine's words answers for them, and so cannot approve them.
    private static String answerable(Alert alert, Actor.Staff staff) {
        String writer = alert.progress().writer();
        return writer.startsWith("system:") ? who(staff) : writer;
    }

    /// A 決裁. With the last one that is needed, the message goes out.
    ///
    /// @param sawHash of the words that the person saw
    /// @param hash of the words as they would go out now
    public Step approve(Alert alert, String sawHash, String hash, Actor.Staff staff, Instant now) {
        if (!mayApprove(staff)) {
            return Step.refused("alert.refusal.not-decider");
        }
        if (!(alert.state() instanceof AlertState.Waiting)) {
            return Step.refused("alert.refusal.not-waiting");
        }
        if (alert.progress().writer().equals(who(staff))) {
            return Step.refused("alert.refusal.own-words");
        }
        if (!sawHash.equals(hash)) {
            return Step.refused("alert.refusal.other-words");
        }
        if (alert.progress().approvals().stream().anyMatch(given -> given.by().equals(staff.staffId()))) {
            return Step.refused("alert.refusal.approved-already");
        }
        Optional<Refusal> fault = findFault(alert, now);
        return fault.<Step>map(Step.Refused::new)
                .orElseGet(() -> approved(alert, new Alert.Approval(staff.staffId(), now, hash), now));
    }

    private static Step approved(Alert alert, Alert.Approval approval, Instant now) {
        List<Alert.Approval> given = new ArrayList<>(alert.progress().approvals());
        given.removeIf(other -> !other.hash().equals(approval.hash()));
        given.add(approval);
        AlertState next = given.size() >= approvalsNeeded(alert.world()) ? new AlertState.Open(now) : alert.state();
        return new Step.Taken(
                issued(alert, next).with(issued(alert, next).progress().at(next).with(given)));
    }

    /// An order that goes out now was issued now, unless somebody wrote down when.
    private static Alert issued(Alert alert, AlertState next) {
        if (!next.isSent()) {
            return alert;
        }
        return alert.content()
                .order()
                .map(order -> alert.with(alert.content().withOrder(order.issued(next.since()))))
                .orElse(alert);
    }

    /// Back to the draft: a decider sends it back, or a writer takes it back.
    public Step sendBack(Alert alert, Actor.Staff staff, Instant now) {
        if (!mayApprove(staff) && !mayWrite(staff)) {
            return Step.refused("alert.refusal.not-decider");
        }
        if (!(alert.state() instanceof AlertState.Waiting)) {
            return Step.refused("alert.refusal.not-waiting");
        }
        return new Step.Taken(
                alert.with(alert.progress().at(new AlertState.Draft(now)).with(List.of())));
    }

    /// 単独発信: nobody has answered, and lives may hang on it.
    public Step sendAlone(Alert alert, Alone alone, Actor.Staff staff, Instant now) {
        if (!mayWrite(staff)) {
            return Step.refused("alert.refusal.not-writer");
        }
        if (!(alert.state() instanceof AlertState.Waiting(Instant since))) {
            return Step.refused("alert.refusal.not-waiting");
        }
        if (!mayEverGoAlone(alert) || !alone.fixed()) {
            return Step.refused("alert.refusal.not-alone");
        }
        if (now.isBefore(since.plus(alonePause))) {
            return Step.refused("alert.refusal.alone-too-early", alonePause.toMinutes());
        }
        if (!alone.sawHash().equals(alone.hash())) {
            return Step.refused("alert.refusal.other-words");
        }
        if (!plain(alone.typed()).equals(plain(alone.expected()))) {
            return Step.refused("alert.refusal.alone-district", alone.expected());
        }
        Optional<Refusal> fault = findFault(alert, now);
        AlertState next = new AlertState.Open(now);
        return fault.<Step>map(Step.Refused::new)
                .orElseGet(() -> new Step.Taken(issued(alert, next)
                        .with(issued(alert, next).progress().at(next).alone())));
    }

    /// What is known when somebody sends alone.
    ///
    /// @param typed what the person typed for the districts
    /// @param expected what the screen says to type
    /// @param fixed whether the template leaves nothing to write freely
    /// @param sawHash of the words that the person saw
    /// @param hash of the words as they would go out now
    public record Alone(String typed, String expected, boolean fixed, String sawHash, String hash) {}

    /// Only 避難指示 and 緊急安全確保, only the real thing, only something new.
    public static boolean mayEverGoAlone(Alert alert) {
        return alert.world() == World.REAL
                && alert.act() == AlertAct.ISSUE
                && alert.content().orderLevel().filter(OrderLevel::mayGoAlone).isPresent();
    }

    /// Goes out by a rule that was set beforehand: what the 気象庁 or the state has said, never an order.
    public Step sendByRule(Alert alert, Instant now) {
        boolean said =
                alert.content().kind() == AlertKind.WEATHER || alert.content().kind() == AlertKind.NATIONAL;
        boolean machine = alert.progress().writer().startsWith("system:");
        if (!said || !machine || alert.world() != World.REAL || !(alert.state() instanceof AlertState.Draft)) {
            return Step.refused("alert.refusal.not-by-rule");
        }
        return new Step.Taken(alert.with(alert.progress().at(new AlertState.Open(now))));
    }

    /// Gives up what was not sent.
    public Step drop(Alert alert, int seen, Actor.Staff staff, Instant now) {
        if (alert.revision() != seen) {
            return new Step.Stale(alert.revision());
        }
        if (!mayWrite(staff)) {
            return Step.refused("alert.refusal.not-writer");
        }
        return switch (alert.state()) {
            case AlertState.Draft _, AlertState.Waiting _ ->
                new Step.Taken(alert.with(alert.progress().at(new AlertState.Dropped(now))));
            case AlertState.Open _, AlertState.Closed _, AlertState.Dropped _ ->
                Step.refused("alert.refusal.sent-already");
        };
    }

    /// Closed once every channel is settled, open again when one is not.
    public static Alert settled(Alert alert, Map<Channel, ChannelMark> marks, Instant now) {
        boolean all = marks.values().stream().allMatch(ChannelMark::isSettled);
        return switch (alert.state()) {
            case AlertState.Open _ when all -> alert.with(alert.progress().at(new AlertState.Closed(now)));
            case AlertState.Closed _ when !all -> alert.with(alert.progress().at(new AlertState.Open(now)));
            case AlertState.Open _,
                    AlertState.Closed _,
                    AlertState.Draft _,
                    AlertState.Waiting _,
                    AlertState.Dropped _ -> alert;
        };
    }

    /// Why this may not be corrected, lifted or retracted.
    ///
    /// @param over whether an earlier message ended it altogether
    public static Optional<Refusal> findReasonAgainst(AlertAct act, Alert earlier, boolean over) {
        if (!act.follows() || !earlier.isSent()) {
            return Optional.of(Refusal.of("alert.refusal.nothing-sent"));
        }
        if (earlier.act() == AlertAct.LIFT || earlier.act() == AlertAct.RETRACT) {
            return Optional.of(Refusal.of("alert.refusal.ends-already"));
        }
        return over ? Optional.of(Refusal.of("alert.refusal.over")) : Optional.empty();
    }

    /// Why no message of that world may be made from this record.
    public Optional<Refusal> findReasonAgainstReuse(Alert record, World target, Instant now) {
        if (record.world() != target) {
            return Optional.of(Refusal.of("alert.refusal.other-world"));
        }
        return isFresh(record, now)
                ? Optional.empty()
                : Optional.of(Refusal.of("alert.refusal.old-record", freshFor.toHours()));
    }

    /// Whether its words are young enough to go out.
    public boolean isFresh(Alert alert, Instant now) {
        return now.isBefore(alert.progress().writtenAt().plus(freshFor));
    }

    /// What stands against sending it, whoever asks.
    private Optional<Refusal> findFault(Alert alert, Instant now) {
        return isFresh(alert, now)
                ? ContentRules.findFault(alert.act(), alert.content(), now)
                : Optional.of(Refusal.of("alert.refusal.old-record", freshFor.toHours()));
    }

    /// As typed by a person in a hurry: blanks and punctuation do not count.
    private static String plain(String text) {
        return text.replaceAll("[\\s　、,・。]", "");
    }

    public static String who(Actor actor) {
        return actor.kind() + ":" + actor.id();
    }
}
