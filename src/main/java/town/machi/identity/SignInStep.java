package town.machi.identity;

import town.machi.kernel.Refusal;

/// What came of one step of a sign-in.
public sealed interface SignInStep {

    /// The password was right; now the second factor.
    record SecondFactorNeeded(PendingSignIn pending) implements SignInStep {}

    /// Both factors were right.
    record SignedIn(Account account) implements SignInStep {}

    /// No, and why, as far as it may be told.
    record Refused(Refusal why) implements SignInStep {}

    /// The first step is too long ago, or the account has changed: from the beginning.
    record StartAgain() implements SignInStep {}
}
