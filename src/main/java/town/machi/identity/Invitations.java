package town.machi.identity;

import org.springframework.stereotype.Component;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.StaffId;

/// The door by which people come into the hall, and the one that closes behind them.
@Component
public class Invitations {

    private final StaffRows staff;
    private final Links links;
    private final Mails mails;

    Invitations(StaffRows staff, Links links, Mails mails) {
        this.staff = staff;
        this.links = links;
        this.mails = mails;
    }

    /// Invites by mail, in the caller's transaction.
    ///
    /// @return false where the address is somebody else's
    public boolean invite(StaffMember member) {
        if (!staff.insert(member, StaffState.INVITED)) {
            return false;
        }
        mails.invite(member, links.issue(LinkPurpose.INVITATION, member.id()));
        return true;
    }

    public void closeLinks(StaffId id) {
        links.closeFor(id);
    }
}
