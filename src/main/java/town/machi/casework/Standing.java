package town.machi.casework;

/// Where a case stands, and the how-manieth change brought it there.
///
/// @param revision 1 when the case was opened; each change counts up. An act says which one it saw.
public record Standing(CaseState state, int revision) {}
