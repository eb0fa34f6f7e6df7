package town.machi.document.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.casework.Workflow;
import town.machi.document.person.PersonAccess;
import town.machi.kernel.Actor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;

/// 文書: the ledger, for everyone who works on cases; 個人情報 for whoever answers for it.
@Component
class DocumentMenu implements OfficeMenu {

    private final PersonAccess access;

    DocumentMenu(PersonAccess access) {
        this.access = access;
    }

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        List<MenuItem> items = new ArrayList<>();
        if (!Collections.disjoint(staff.roles(), Workflow.CASE_WORKERS)) {
            items.add(new MenuItem("文書", "/office/documents", 40));
            items.add(new MenuItem("手数料の日計", "/office/takings", 41));
        }
        if (access.isAllowed(staff)) {
            items.add(new MenuItem("個人情報", "/office/person", 42));
        }
        return items;
    }
}
