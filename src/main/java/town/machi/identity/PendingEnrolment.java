package town.machi.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.StaffId;

/// Name, mail and password are settled; the app is still to be proved. Lies in the session.
///
/// @param staff who enrols; for the set-up, the id that the first administrator will have
/// @param encodedPassword bcrypt; null where the old password stays
public record PendingEnrolment(
        OneTimeLink link,
        StaffId staff,
        String name,
        String mail,
        @Nullable String encodedPassword,
        Totp totp) implements Serializable {

    @Override
    public String toString() {
        return "PendingEnrolment[…]";
    }
}
