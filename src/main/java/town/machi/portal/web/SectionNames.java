package town.machi.portal.web;

import town.machi.kernel.Language;
import town.machi.platform.Section;

/// The name of a section in the reader's language; Japanese where there is none.
final class SectionNames {

    private SectionNames() {}

    static String in(Section section, Language language) {
        String name = switch (language) {
            case JA -> section.name();
            case EASY -> section.nameEasy();
            case EN -> section.nameEn();
        };
        return name.isEmpty() ? section.name() : name;
    }
}
