package town.machi.identity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.StaffPolicies.Change;
import town.machi.identity.jdbc.SessionRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

/// What administrators do with staff. Each act takes effect on running sessions at once, and is audited with
/// what came of it.
@Component
public class Roster {

    private final StaffRows staff;
    private final SessionRows sessions;
    private final Links links;
    private final Mails mails;
    private final Invitations invitations;
    private final StaffChanges changes;

    Roster(
            StaffRows staff,
            SessionRows sessions,
            Links links,
            Mails mails,
            Invitations invitations,
            StaffChanges changes) {
        this.staff = staff;
        this.sessions = sessions;
        this.links = links;
        this.mails = mails;
        this.invitations = invitations;
        this.changes = changes;
    }

    /// One page of the list.
    public List<Account> list(StaffQuery query) {
        return staff.list(query);
    }

    public int count(StaffQuery query) {
        return staff.count(query);
    }

    /// Opens a person's page; that it was looked at is written down.
    @Transactional
    public Optional<Account> open(Actor.Staff by, StaffId id) {
        var account = staff.find(id);
        account.ifPresent(_ -> changes.recordLook(by, id));
        return account;
    }

    /// Invites somebody by mail.
    ///
    /// @param member with the id that the form was given: sent twice, it invites once
    /// @return what is wrong by the form's field; empty where the invitation is on its way
    @Transactional
    public Map<String, Refusal> invite(Actor.Staff by, StaffMember member) {
        return invite(by, member, Optional.empty());
    }

    /// @param until the last day of the account; empty: it has none
    @Transactional
    public Map<String, Refusal> invite(Actor.Staff by, StaffMember member, Optional<LocalDate> until) {
        var wrong = new LinkedHashMap<>(EnrolmentChecks.checkPerson(member.name(), member.mail()));
        if (member.roles().isEmpty()) {
            wrong.put("roles", Refusal.of("identity.staff.no-role"));
        }
        StaffPolicies.checkSections(member.sections(), member.roles()).ifPresent(why -> wrong.put("sections", why));
        StaffPolicies.checkEnd(until, member.has(Role.HELPER)).ifPresent(why -> wrong.put("until", why));
        if (!wrong.isEmpty() || staff.find(member.id()).isPresent()) {
            return wrong;
        }
        if (!invitations.invite(member)) {
            return Map.of("mail", Refusal.of("identity.staff.mail-taken"));
        }
        if (until.isPresent()) {
            staff.changeEnd(member.id(), until);
        }
        changes.record(by, member.id(), "invite", Optional.empty());
        return Map.of();
    }

    /// Sends a new invitation; the old link works no more.
    @Transactional
    public Optional<Refusal> inviteAgain(Actor.Staff by, StaffId id) {
        var account = staff.findToChange(id).orElseThrow();
        if (account.state() != StaffState.INVITED) {
            return Optional.of(Refusal.of("identity.staff.not-invited"));
        }
        mails.invite(account.member(), links.issue(LinkPurpose.INVITATION, id));
        changes.record(by, id, "invite-again", Optional.empty());
        return Optional.empty();
    }

    /// @param seen the revision that the administrator looked at
    @Transactional
    public Optional<Refusal> changeRights(
            Actor.Staff by, StaffId id, long seen, Set<SectionId> sections, Set<Role> roles) {
        if (roles.contains(Role.HELPER) && staff.findEnd(id).isEmpty()) {
            return Optional.of(Refusal.of("identity.staff.helper-needs-end"));
        }
        return changes.change(by, id, seen, new Change.Rights(sections, roles), "rights", account -> {
            staff.changeRights(id, sections, roles);
        });
    }

    /// The last day on which the account can be used; none: it goes on.
    @Transactional
    public Optional<Refusal> changeEnd(Actor.Staff by, StaffId id, long seen, Optional<LocalDate> until) {
        boolean helps =
                staff.find(id).map(account -> account.member().has(Role.HELPER)).orElse(false);
        return changes.change(by, id, seen, new Change.End(until, helps), "end", _ -> staff.changeEnd(id, until));
    }

    public Optional<LocalDate> findEnd(StaffId id) {
        return staff.findEnd(id);
    }

    /// Another name or mail address. The old address is told, and links that were sent there work no more.
    @Transactional
    public Optional<Refusal> changePerson(Actor.Staff by, StaffId id, long seen, String name, String mail) {
        var wrong = EnrolmentChecks.checkPerson(name, mail).values().stream().findFirst();
        if (wrong.isPresent()) {
            return wrong;
        }
        var other =
                staff.findByMail(mail).filter(account -> !account.member().id().equals(id));
        if (other.isPresent()) {
            return Optional.of(Refusal.of("identity.staff.mail-taken"));
        }
        return changes.change(by, id, seen, new Change.Person(name, mail), "person", account -> {
            mails.tell(account.member(), "管理者が、あなたの氏名かメールアドレスの登録を変えました。");
            staff.changePerson(id, name, mail);
            links.closeFor(id);
        });
    }

    /// Ends the sessions and the open links; the person cannot sign in until somebody resumes the account.
    @Transactional
    public Optional<Refusal> suspend(Actor.Staff by, StaffId id, long seen) {
        return changes.change(by, id, seen, new Change.Suspension(), "suspend", account -> {
            staff.changeState(id, StaffState.SUSPENDED);
            sessions.endAll(id);
            links.closeFor(id);
        });
    }

    @Transactional
    public Optional<Refusal> resume(Actor.Staff by, StaffId id, long seen) {
        return changes.change(by, id, seen, new Change.Resumption(), "resume", account -> {
            var state = account.password() == null ? StaffState.INVITED : StaffState.ACTIVE;
            staff.changeState(id, state);
        });
    }
}
