package town.machi.procedure.checks;

/// Something that must hold in every definition. Adds a fault, with its place and a sentence, for each breach.
public interface DefinitionRule {

    void check(Subject subject);
}
