package town.machi.document.web;

import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.casework.Workflow;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 文書: the ledger, for everyone who works on cases.
@Component
class DocumentMenu implements OfficeMenu {

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        boolean works = !Collections.disjoint(staff.roles(), Workflow.CASE_WORKERS);
        return works
                ? List.of(new MenuItem("文書", "/office/documents", 40), new MenuItem("手数料の日計", "/office/takings", 41))
                : List.of();
    }
}
