package town.machi.identity;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import town.machi.kernel.Actor;

/// A member of staff who proved both factors, as the session keeps it. The principal is the kernel's actor; each
/// role is an authority (`ROLE_ADMINISTRATOR`).
public final class StaffAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final Actor.Staff staff;
    private final long revision;
    private final Instant since;

    /// @param since when they signed in
    public StaffAuthentication(Account account, Instant since) {
        super(account.member().roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.staff = account.member().actor();
        this.revision = account.revision();
        this.since = since;
        super.setAuthenticated(true);
    }

    /// The account's revision that name, sections and roles were taken from.
    public long revision() {
        return revision;
    }

    public Instant since() {
        return since;
    }

    @Override
    public Actor.Staff getPrincipal() {
        return staff;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    /// What the session table calls its owner: the id, never a name.
    @Override
    public String getName() {
        return staff.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StaffAuthentication that
                && staff.equals(that.staff)
                && revision == that.revision
                && since.equals(that.since);
    }

    @Override
    public int hashCode() {
        return Objects.hash(staff, revision, since);
    }
}
