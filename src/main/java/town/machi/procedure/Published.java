package town.machi.procedure;

import java.time.Instant;

/// One published version. It never changes; drafts and cases stay on the version they began.
///
/// @param hash SHA-256 of the source in hexadecimal
public record Published(
        ProcedureName name, int version, String hash, Definition definition, ProcedureSource source, Instant at) {}
