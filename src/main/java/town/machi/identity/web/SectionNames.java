package town.machi.identity.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.SectionId;
import town.machi.platform.Section;
import town.machi.platform.Town;

/// The town's sections by name, in the town's order.
@Component
class SectionNames {

    private final Town town;

    SectionNames(Town town) {
        this.town = town;
    }

    List<Section> all() {
        return town.sections();
    }

    /// A section that the town no longer has is shown by its short name.
    List<String> of(Set<SectionId> ids) {
        var known = town.sections().stream()
                .filter(section -> ids.contains(section.id()))
                .map(Section::name);
        var gone = ids.stream()
                .filter(id -> town.findSection(id).isEmpty())
                .map(SectionId::value)
                .sorted();
        return Stream.concat(known, gone).toList();
    }

    /// Those of the typed ones that the town has.
    Set<SectionId> known(List<String> typed) {
        return town.sections().stream()
                .map(Section::id)
                .filter(id -> typed.contains(id.value()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
