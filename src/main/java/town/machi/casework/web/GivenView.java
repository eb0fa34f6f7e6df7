package town.machi.casework.web;

import org.springframework.stereotype.Component;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.jdbc.CaseRows;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.SectionId;
import town.machi.platform.Town;

/// The trace of a case that was given away: its number, to whom, by whom and why; nothing of what was said in it.
@Component
class GivenView {

    private final CaseRows cases;
    private final StaffDirectory directory;
    private final Town town;

    GivenView(CaseRows cases, StaffDirectory directory, Town town) {
        this.cases = cases;
        this.directory = directory;
        this.town = town;
    }

    GivenPage.Line line(CaseEvent event) {
        String to = event.place().toSection();
        return new GivenPage.Line(
                cases.find(event.caseId())
                        .map(CaseFile::receipt)
                        .map(Object::toString)
                        .orElse("—"),
                Words.shortMoment(event.at()),
                to == null ? "" : Words.section(town, new SectionId(to)),
                new People(directory).actor(event.actor()),
                event.words());
    }
}
