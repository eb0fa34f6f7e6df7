package town.machi.alert.desk;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertEvent;
import town.machi.identity.StaffDirectory;
import town.machi.identity.StaffMember;
import town.machi.kernel.Actor;
import town.machi.kernel.Graphemes;
import town.machi.kernel.Language;
import town.machi.kernel.Role;
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.platform.Ids;
import town.machi.platform.Town;

/// Tells staff by mail what waits for them, wherever they are.
@Component
class Telling {

    private final StaffDirectory staff;
    private final Outbox outbox;
    private final Composer composer;
    private final Town town;
    private final Ids ids;

    Telling(StaffDirectory staff, Outbox outbox, Composer composer, Town town, Ids ids) {
        this.staff = staff;
        this.outbox = outbox;
        this.composer = composer;
        this.town = town;
        this.ids = ids;
    }

    void tell(Alert alert, AlertEvent.What what, Actor.Staff by) {
        switch (what) {
            case SUBMITTED -> mail(deciders(by), subject("決裁をお願いします", alert), ask(alert, by));
            case SENT_ALONE -> mail(deciders(by), subject("単独発信しました", alert), alone(alert, by));
            case SENT_BACK -> mail(writer(alert), subject("差し戻されました", alert), line(alert));
            case WRITTEN,
                    REWRITTEN,
                    UPDATED,
                    APPROVED,
                    SENT,
                    SENT_BY_RULE,
                    TAKEN_BACK,
                    DROPPED,
                    MARKED,
                    RETRIED,
                    CLOSED,
                    REOPENED,
                    FOLLOWED -> {
                // nobody needs a mail for it
            }
        }
    }

    private String ask(Alert alert, Actor.Staff by) {
        return by.name() + " から、災害情報の決裁の依頼です。\n\n" + line(alert) + "\n\n送る文:\n\n"
                + composer.text(alert).in(Language.JA).whole();
    }

    private String alone(Alert alert, Actor.Staff by) {
        return "決裁の返事がなかったため、" + by.name() + " がひとりで発信しました（単独発信）。内容を確かめてください。\n\n" + line(alert) + "\n\n送った文:\n\n"
                + composer.text(alert).in(Language.JA).whole();
    }

    private String line(Alert alert) {
        return town.baseUri() + "/office/alerts/" + alert.id();
    }

    private String subject(String what, Alert alert) {
        String drill = alert.world().isDrill() ? "【訓練】" : "";
        return drill + "【災害情報】" + what + " "
                + composer.text(alert).in(Language.JA).title();
    }

    private List<StaffMember> deciders(Actor.Staff except) {
        return staff.listActive().stream()
                .filter(member -> member.has(Role.DECIDER) && !member.id().equals(except.staffId()))
                .toList();
    }

    private List<StaffMember> writer(Alert alert) {
        return staff.listActive().stream()
                .filter(member -> alert.progress().writer().equals("staff:" + member.id()))
                .toList();
    }

    private void mail(List<StaffMember> to, String subject, String body) {
        for (StaffMember member : to) {
            if (Mail.isAddress(member.mail())) {
                UUID key = ids.next();
                outbox.send(new Mail(member.mail(), Graphemes.begin(subject, 190), body, "alert:" + key, key));
            }
        }
    }
}
