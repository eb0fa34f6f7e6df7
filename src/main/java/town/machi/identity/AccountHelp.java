package town.machi.identity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.StaffPolicies.Change;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.SessionRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.StaffId;

/// How administrators help somebody who cannot sign in, or whose sessions must end.
@Component
public class AccountHelp {

    private final FactorRows factors;
    private final SessionRows sessions;
    private final Links links;
    private final Mails mails;
    private final TryGuard guard;
    private final StaffChanges changes;

    AccountHelp(
            FactorRows factors, SessionRows sessions, Links links, Mails mails, TryGuard guard, StaffChanges changes) {
        this.factors = factors;
        this.sessions = sessions;
        this.links = links;
        this.mails = mails;
        this.guard = guard;
        this.changes = changes;
    }

    /// Takes away app, recovery codes and passkeys, ends the sessions, and mails a link to begin anew.
    ///
    /// @param seen the revision that the administrator looked at
    /// @param alsoPassword for who has forgotten the password as well
    /// @param reason told to the person
    @Transactional
    public Optional<Refusal> renewFactor(Actor.Staff by, StaffId id, long seen, boolean alsoPassword, String reason) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.of("identity.staff.reason"));
        }
        var what = alsoPassword ? "renew-both" : "renew-factor";
        return changes.change(by, id, seen, new Change.NewFactor(), what, account -> {
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
        changes.record(by, id, "end-sessions", Optional.empty());
    }

    /// Lets somebody try again who has typed wrong too often.
    @Transactional
    public void endRest(Actor.Staff by, StaffMember member) {
        guard.clear(member.mail());
        changes.record(by, member.id(), "end-rest", Optional.empty());
    }

    /// Until when the account rests after wrong tries.
    public Optional<Instant> restsUntil(StaffMember member) {
        return guard.lockedUntil(member.mail());
    }

    /// On how many devices the person is signed in.
    public int countSessions(StaffId id) {
        return sessions.count(id);
    }

    /// The open one-time link of a person, to show until when it is good.
    public Optional<OneTimeLink> findLink(StaffId id) {
        return links.findOpenFor(id);
    }
}
