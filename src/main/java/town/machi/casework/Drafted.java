package town.machi.casework;

/// A draft with its case, for somebody whose matter it is.
public record Drafted(Proposal proposal, CaseFile file) {}
