package town.machi.alert.talk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.alert.AlertId;
import town.machi.alert.AlertRules;
import town.machi.alert.Call;
import town.machi.alert.desk.AlertRuling;
import town.machi.alert.jdbc.ResidentCallRows;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.Refusal;
import town.machi.kernel.SectionId;
import town.machi.messaging.Friend;
import town.machi.messaging.Friends;
import town.machi.messaging.LineMessage;
import town.machi.messaging.LineOffice;
import town.machi.messaging.Outbox;
import town.machi.messaging.Postback;
import town.machi.messaging.Push;
import town.machi.messaging.QuickReply;
import town.machi.platform.Ids;
import town.machi.shell.Messages;

/// The office's side: who takes a matter, what is answered, when it is over.
@Component
public class CallDesk {

    private final ResidentCallRows rows;
    private final Friends friends;
    private final Outbox outbox;
    private final Messages messages;
    private final Pen pen;

    CallDesk(ResidentCallRows rows, Friends friends, Outbox outbox, Messages messages, Pen pen) {
        this.rows = rows;
        this.friends = friends;
        this.outbox = outbox;
        this.messages = messages;
        this.pen = pen;
    }

    /// By whose rules, how it is written down, and whom else to ask.
    @Component
    record Pen(AlertRuling ruling, AuditTrail audit, LineOffice line, Ids ids, Clock clock) {}

    /// Those of the person's section; under a message, and whoever writes messages, all.
    public boolean maySee(Call call, Actor.Staff staff) {
        return AlertRules.maySee(staff)
                && (call.alert().isPresent()
                        || pen.ruling().rules().mayWrite(staff)
                        || staff.isIn(new SectionId(call.section())));
    }

    public List<Call> list(boolean closed, Actor.Staff staff) {
        return rows.list(closed, 200).stream()
                .filter(call -> maySee(call, staff))
                .toList();
    }

    /// Opens a matter, which the audit notes as a reading.
    public Optional<Call> open(UUID id, Actor.Staff staff) {
        Optional<Call> call = rows.find(id).filter(found -> maySee(found, staff));
        call.ifPresent(found -> pen.audit().record(AuditEntry.done(staff, AuditAction.READ, found.subject(), "open")));
        return call;
    }

    /// By what name the resident goes on LINE, to tell two apart on the telephone. It is asked for now and not kept;
    /// the audit notes the reading. Not to be called inside a transaction.
    ///
    /// @return empty when they have left, or LINE does not say it
    public Optional<String> findLineName(Call call, Actor.Staff staff) {
        pen.audit().record(AuditEntry.done(staff, AuditAction.READ, call.subject(), "line-name"));
        return call.friend().flatMap(pen.line()::findName);
    }

    public List<Call.Entry> entries(Call call) {
        return rows.entries(call.id());
    }

    public List<ResidentCallRows.Tally> tally(AlertId alert) {
        return rows.tally(alert);
    }

    @Transactional
    public Optional<Refusal> take(UUID id, Actor.Staff staff) {
        Call call = rows.lock(id).orElseThrow();
        if (call.state() == Call.State.CLOSED) {
            return Optional.of(Refusal.of("alert.refusal.call-closed"));
        }
        rows.move(
                id,
                Call.State.TAKEN,
                Optional.of(AlertRules.who(staff)),
                pen.clock().instant());
        audit(call, staff, "take");
        return Optional.empty();
    }

    /// Into the same talk, with a button by which the resident's answer finds this matter again.
    ///
    /// @param request the client-made id: the same one again sends nothing
    @Transactional
    public Optional<Refusal> answer(UUID id, String words, UUID request, Actor.Staff staff) {
        Call call = rows.lock(id).orElseThrow();
        Optional<Friend> friend = call.friend().flatMap(friends::find);
        if (friend.isEmpty()) {
            return Optional.of(Refusal.of("alert.refusal.call-left"));
        }
        Optional<Refusal> fault = LineMessage.findFault(words.strip());
        if (fault.isPresent()) {
            return fault;
        }
        if (append(call, words.strip(), request, staff)) {
            outbox.push(new Push(
                    friend.get().id(), message(call, words.strip(), friend.get().language()), call.subject(), request));
            if (call.state() == Call.State.NEW) {
                rows.move(
                        id,
                        Call.State.TAKEN,
                        Optional.of(AlertRules.who(staff)),
                        pen.clock().instant());
            }
            audit(call, staff, "answer");
        }
        return Optional.empty();
    }

    private LineMessage message(Call call, String words, Language language) {
        var reply = new Postback(AlertTopic.NAME, "reply", call.id().toString());
        return LineMessage.text(words, new QuickReply.Tap(messages.in(language).get("alert.talk.reply.button"), reply));
    }

    /// Over; the resident is told.
    @Transactional
    public Optional<Refusal> close(UUID id, String words, UUID request, Actor.Staff staff) {
        Call call = rows.lock(id).orElseThrow();
        if (call.state() == Call.State.CLOSED) {
            return Optional.empty();
        }
        String note = words.strip();
        Optional<Friend> friend = call.friend().flatMap(friends::find);
        Optional<String> told = friend.map(who -> ending(note, who.language()));
        Optional<Refusal> fault = told.flatMap(LineMessage::findFault);
        if (fault.isPresent()) {
            return fault;
        }
        append(call, note.isEmpty() ? "対応を終わりました。" : note, request, staff);
        rows.move(id, Call.State.CLOSED, call.takenBy(), pen.clock().instant());
        friend.ifPresent(
                who -> outbox.push(new Push(who.id(), LineMessage.text(told.orElseThrow()), call.subject(), request)));
        audit(call, staff, "close");
        return Optional.empty();
    }

    private String ending(String note, Language language) {
        String end = messages.in(language).get("alert.talk.closed");
        return note.isEmpty() ? end : note + "\n\n" + end;
    }

    private boolean append(Call call, String words, UUID request, Actor.Staff staff) {
        return rows.append(new Call.Entry(
                pen.ids().next(),
                call.id(),
                pen.clock().instant(),
                AlertRules.who(staff),
                words,
                Optional.empty(),
                Optional.empty(),
                request));
    }

    private void audit(Call call, Actor.Staff staff, String what) {
        pen.audit().record(AuditEntry.done(staff, AuditAction.WRITE, call.subject(), what));
    }

    public int countOpen() {
        return rows.countOpen();
    }

    /// Whose photo it is, for those who may see it.
    public boolean maySeePhoto(UUID file, Actor.Staff staff) {
        return rows.findCallOfFile(file)
                .flatMap(rows::find)
                .filter(call -> maySee(call, staff))
                .isPresent();
    }
}
