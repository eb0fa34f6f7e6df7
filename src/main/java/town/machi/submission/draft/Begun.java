package town.machi.submission.draft;

import town.machi.submission.seal.Token;

/// A draft, and the secret that opens it; the secret is known here once and never again.
public record Begun(Draft draft, Token secret) {}
