package town.machi.procedure.checks;

import java.util.Set;
import java.util.stream.Collectors;
import town.machi.kernel.SectionId;
import town.machi.procedure.reading.Places;
import town.machi.procedure.yaml.Nearest;

/// The section that works it is one of `town.yaml`.
final class SectionExists implements DefinitionRule {

    @Override
    public void check(Subject subject) {
        SectionId section = subject.definition().section();
        Set<String> known =
                subject.surroundings().sections().stream().map(SectionId::value).collect(Collectors.toSet());
        boolean written = !subject.places().list(Places.Kind.HEADER).stream()
                .filter(header -> header.id().equals("section"))
                .toList()
                .isEmpty();
        if (written && !known.contains(section.value())) {
            subject.fault(
                    subject.at(Places.Kind.HEADER, "section"),
                    "課「" + section.value() + "」は town.yaml にありません。" + Nearest.hint(section.value(), known));
        }
    }
}
