package town.machi.document.web;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 文書: the ledger, for everyone who belongs to a section.
@Component
class DocumentMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return staff.sections().isEmpty() ? List.of() : List.of(new MenuItem("文書", "/office/documents", 40));
    }
}
