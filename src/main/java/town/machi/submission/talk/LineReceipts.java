package town.machi.submission.talk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.messaging.Friend;
import town.machi.messaging.FriendId;
import town.machi.messaging.FriendLinks;
import town.machi.messaging.Friends;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Outbox;
import town.machi.messaging.Push;
import town.machi.procedure.Definition;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.submission.Receipt;

/// 「お知らせをLINEで受け取る」: whoever came from the talk may choose it for what they have just filed.
@Component
public class LineReceipts {

    /// What the receipt page offers.
    public enum Offer {
        /// Nobody came from the talk.
        NONE,
        OPEN,
        CHOSEN
    }

    private final FriendLinks links;
    private final Friends friends;
    private final Outbox outbox;
    private final Messages messages;
    private final AuditTrail audit;

    LineReceipts(FriendLinks links, Friends friends, Outbox outbox, Messages messages, AuditTrail audit) {
        this.links = links;
        this.friends = friends;
        this.outbox = outbox;
        this.messages = messages;
        this.audit = audit;
    }

    public Offer offer(HttpServletRequest request, UUID submission) {
        if (links.findTied(subject(submission)).isPresent()) {
            return Offer.CHOSEN;
        }
        return links.findVisitor(request).isPresent() ? Offer.OPEN : Offer.NONE;
    }

    /// Ties the submission to the friend who visits, and says so in the talk. Twice is once; without a visit, nothing.
    @Transactional
    public void choose(HttpServletRequest request, Receipt receipt, Definition definition, Actor actor) {
        Optional<FriendId> visitor = links.findVisitor(request);
        Optional<Friend> friend = visitor.flatMap(friends::find);
        if (friend.isEmpty() || links.findTied(subject(receipt.submission())).isPresent()) {
            return;
        }
        links.tie(friend.get().id(), subject(receipt.submission()));
        audit.record(AuditEntry.done(actor, AuditAction.WRITE, subject(receipt.submission()), "notices-by-line"));
        Texts texts = messages.in(friend.get().language());
        String words = texts.get(
                "submission.line.received",
                definition.title().in(texts.language()),
                receipt.number().format());
        UUID once = UUID.nameUUIDFromBytes(("line-receipt:" + receipt.submission()).getBytes(StandardCharsets.UTF_8));
        outbox.push(new Push(friend.get().id(), LineMessage.text(words), subject(receipt.submission()), once));
    }

    private static String subject(UUID submission) {
        return "submission:" + submission;
    }
}
