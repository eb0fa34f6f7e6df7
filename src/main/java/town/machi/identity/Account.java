package town.machi.identity;

import org.jspecify.annotations.Nullable;

/// A member of staff with what the sign-in needs to know. It never leaves this room.
///
/// @param revision grows with every change that a running session must notice
/// @param password bcrypt; null while none is set
/// @param totp null while a second factor must be set up
/// @param totpStep the time step of the last code taken
public record Account(
        StaffMember member,
        StaffState state,
        long revision,
        @Nullable String password,
        @Nullable Totp totp,
        long totpStep) {

    public boolean isActive() {
        return state == StaffState.ACTIVE;
    }

    @Override
    public String toString() {
        return "Account[" + member.id() + "]";
    }
}
