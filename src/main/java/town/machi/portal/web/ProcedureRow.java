package town.machi.portal.web;

import town.machi.procedure.Definition;
import town.machi.shell.Texts;

/// A procedure as a row of a list.
///
/// @param takes 「およそ3開庁日」, or that it is not set
/// @param fee 「手数料なし」, 「300円」, or that it is not set
record ProcedureRow(String href, String title, String summary, String takes, String fee) {

    static ProcedureRow of(Definition definition, Texts texts) {
        String takes = definition.processing().isPresent()
                ? texts.get("portal.procedures.takes", definition.processing().getAsInt())
                : texts.get("portal.procedures.takes.not-set");
        String fee = switch (definition.fee()) {
            case Definition.Fee.None _ -> texts.get("portal.procedures.fee.none");
            case Definition.Fee.NotSet _ -> texts.get("portal.procedures.fee.not-set");
            case Definition.Fee.Of of -> texts.get("portal.procedures.fee.of", of.yen());
        };
        return new ProcedureRow(
                "/procedures/" + definition.name(),
                definition.title().in(texts.language()),
                definition.summary().in(texts.language()),
                takes,
                fee);
    }
}
