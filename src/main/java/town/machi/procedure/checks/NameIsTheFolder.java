package town.machi.procedure.checks;

import town.machi.procedure.reading.Places;

/// A procedure is found by the name of its folder.
final class NameIsTheFolder implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        String name = subject.definition().name().value();
        if (!subject.folder().isEmpty() && !subject.folder().equals(name)) {
            subject.fault(
                    subject.at(Places.Kind.HEADER, "procedure"),
                    "手続の名前「" + name + "」がフォルダーの名前「" + subject.folder() + "」と違います。どちらかに合わせてください。");
        }
    }
}
