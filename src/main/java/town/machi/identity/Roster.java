package town.machi.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.identity.StaffPolicies.Change;
import town.machi.identity.jdbc.FactorRows;
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
    private final FactorRows factors;
    private final SessionRows sessions;
    private final Links links;
    private final Mails mails;
    private final AuditTrail audit;

    Roster(StaffRows staff, FactorRows factors, SessionRows sessions, Links links, Mails mails, AuditTrail audit) {
        this.staff = staff;
        this.factors = factors;
        this.sessions = sessions;
        this.links = links;
        this.mails = mails;
        this.audit = audit;
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
        account.ifPresent(_ -> audit.record(AuditEntry.done(by, AuditAction.READ, "identity.staff:" + id, "open")));
        return account;
    }

    /// On how many devices the person is signed in.
    public int countSessions(StaffId id) {
        return sessions.count(id);
    }

    /// Invites somebody by mail.
    ///
    /// @param member with the id that the form was given: sent twice, it invites once
    /// @return what is wrong by the form's field; empty where the invitation is on its way
    @Transactional
    public Map<String, Refusal> invite(Actor.Staff by, StaffMember member) {
        var wrong = new LinkedHashMap<>(EnrolmentChecks.checkPerson(member.name(), member.mail()));
        if (member.roles().isEmpty()) {
            wrong.put("roles", Refusal.of("identity.staff.no-role"));
        }
        StaffPolicies.checkSections(member.sections(), member.roles()).ifPresent(why -> wrong.put("sections", why));
        if (!wrong.isEmpty() || staff.find(member.id()).isPresent()) {
            return wrong;
        }
        if (!staff.insert(member, StaffState.INVITED)) {
            return Map.of("mail", Refusal.of("identity.staff.mail-taken"));
        }
        mails.invite(member, links.issue(LinkPurpose.INVITATION, member.id()));
        record(by, member.id(), "invite", Optional.empty());
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
        record(by, id, "invite-again", Optional.empty());
        return Optional.empty();
    }

    /// @param seen the revision that the administrator looked at
    @Transactional
    public Optional<Refusal> changeRights(
            Actor.Staff by, StaffId id, long seen, Set<SectionId> sections, Set<Role> roles) {
        return change(by, id, seen, new Change.Rights(sections, roles), "rights", account -> {
            staff.changeRights(id, sections, roles);
        });
    }

    /// Ends the sessions and the open links; the person cannot sign in until somebody resumes the account.
    @Transactional
    public Optional<Refusal> suspend(Actor.Staff by, StaffId id, long seen) {
        return change(by, id, seen, new Change.Suspension(), "suspend", account -> {
            staff.changeState(id, StaffState.SUSPENDED);
            sessions.endAll(id);
            links.closeFor(id);
        });
    }

    @Transactional
    public Optional<Refusal> resume(Actor.Staff by, StaffId id, long seen) {
        return change(by, id, seen, new Change.Resumption(), "resume", account -> {
            var state = account.password() == null ? StaffState.INVITED : StaffState.ACTIVE;
            staff.changeState(id, state);
        });
    }

    /// Takes away app, recovery codes and passkeys, ends the sessions, and mails a link to begin anew.
    ///
    /// @param alsoPassword for who has forgotten the password as well
    /// @param reason told to the person
    @Transactional
    public Optional<Refusal> renewFactor(Actor.Staff by, StaffId id, long seen, boolean alsoPassword, String reason) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.of("identity.staff.reason"));
        }
        var what = alsoPassword ? "renew-both" : "renew-factor";
        return change(by, id, seen, new Change.NewFactor(), what, account -> {
            factors.clearSecondFactors(id);
            if (alsoPassword) {
                factors.clearPassword(id);
            }
            sessions.endAll(id);
            var purpose = alsoPassword ? LinkPurpose.NEW_BOTH : LinkPurpose.NEW_FACTOR;
            mails.renew(account.member(), links.issue(purpose, id), reason.strip());
        });
    }

    /// Signs the person out everywhere.
    @Transactional
    public void endSessions(Actor.Staff by, StaffId id) {
        sessions.endAll(id);
        record(by, id, "end-sessions", Optional.empty());
    }

    private interface Act {
        void on(Account account);
    }

    private Optional<Refusal> change(Actor.Staff by, StaffId id, long seen, Change change, String what, Act act) {
        var administrators = staff.lockAdministrators();
        var account = staff.findToChange(id).orElseThrow();
        var refusal = account.revision() != seen
                ? Optional.of(Refusal.of("identity.staff.changed-meanwhile"))
                : stateAllows(change, account.state())
                        .or(() -> StaffPolicies.check(
                                change, new StaffPolicies.Situation(by, account.member(), administrators)));
        if (refusal.isEmpty()) {
            act.on(account);
        }
        record(by, id, what, refusal);
        return refusal;
    }

    private static Optional<Refusal> stateAllows(Change change, StaffState state) {
        var allowed = switch (change) {
            case Change.Rights _ -> state != StaffState.GONE;
            case Change.Suspension _ -> state == StaffState.ACTIVE || state == StaffState.INVITED;
            case Change.Resumption _ -> state == StaffState.SUSPENDED;
            case Change.NewFactor _ -> state == StaffState.ACTIVE;
        };
        return allowed ? Optional.empty() : Optional.of(Refusal.of("identity.staff.wrong-state"));
    }

    private void record(Actor.Staff by, StaffId id, String what, Optional<Refusal> refusal) {
        var outcome = refusal.map(why -> "refused:" + why.key()).orElse("ok");
        audit.record(new AuditEntry(by, AuditAction.WRITE, "identity.staff:" + id, "act:" + what, outcome));
    }
}
