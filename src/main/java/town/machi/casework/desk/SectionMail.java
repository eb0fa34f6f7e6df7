package town.machi.casework.desk;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.identity.StaffDirectory;
import town.machi.identity.StaffMember;
import town.machi.kernel.Language;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Mails to the office. They name receipt numbers, never people.
@Component
class SectionMail {

    private final Outbox outbox;
    private final Messages messages;
    private final StaffDirectory directory;
    private final Town town;

    SectionMail(Outbox outbox, Messages messages, StaffDirectory directory, Town town) {
        this.outbox = outbox;
        this.messages = messages;
        this.directory = directory;
        this.town = town;
    }

    /// To the section that got the case, where it has an address.
    void handedOver(CaseFile file, Section to, UUID event) {
        if (!Mail.isAddress(to.mail())) {
            return;
        }
        Texts texts = messages.in(Language.JA);
        String number = file.receipt().format();
        String body = texts.get(
                "casework.mail.handed-body", number, town.baseUri() + "/office/cases/" + file.id(), to.name());
        outbox.send(new Mail(
                to.mail(),
                texts.get("casework.mail.handed-subject", number),
                body,
                file.id().subject(),
                event));
    }

    /// To those who decide, or to the section's own address where nobody does.
    ///
    /// @param numbers receipt numbers of cases whose deadline has passed
    void ranOut(SectionId section, List<String> numbers) {
        Texts texts = messages.in(Language.JA);
        String body = texts.get(
                "casework.mail.ran-out-body",
                String.join("\n", numbers),
                town.baseUri() + "/office/cases?view=overdue");
        String subject = texts.get("casework.mail.ran-out-subject", numbers.size());
        for (String address : addresses(section)) {
            outbox.send(new Mail(address, subject, body, "casework.section:" + section, null));
        }
    }

    private Set<String> addresses(SectionId section) {
        Set<String> addresses = new TreeSet<>();
        directory.listBySection(section).stream()
                .filter(member -> member.roles().contains(Role.DECIDER))
                .map(StaffMember::mail)
                .filter(Mail::isAddress)
                .forEach(addresses::add);
        if (addresses.isEmpty()) {
            town.findSection(section).map(Section::mail).filter(Mail::isAddress).ifPresent(addresses::add);
        }
        return addresses;
    }
}
