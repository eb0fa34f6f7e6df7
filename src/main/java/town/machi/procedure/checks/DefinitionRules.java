package town.machi.procedure.checks;

import java.util.List;

/// All rules about a definition as a whole. What is wrong with one part of it is told by its reader.
public final class DefinitionRules {

    public static final List<DefinitionRule> ALL = List.of(
            new NameIsTheFolder(),
            new SectionExists(),
            new NamesAreUnique(),
            new PathsAreUnique(),
            new QuestionIsNoFact(),
            new PageNamesAreFree(),
            new ConditionsLookBack(),
            new SentencesNameKnownValues(),
            new NoIndividualNumber(),
            new ActsLeadToStates(),
            new SendBackOpensCorrection(),
            new StatesAreReachable(),
            new EveryStateEnds(),
            new EndsFitTheNature(),
            new RulingIsTold(),
            new MoneyFitsTheNature(),
            new AnswersAreGiven());

    private DefinitionRules() {}
}
