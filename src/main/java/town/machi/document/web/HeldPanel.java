package town.machi.document.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CasePanel;
import town.machi.document.person.PersonAccess;
import town.machi.kernel.Actor;

/// On the case of a 開示請求, 訂正請求 or 利用停止請求: the way to what is held on the person.
@Component
class HeldPanel implements CasePanel {

    private final PersonAccess access;

    HeldPanel(PersonAccess access) {
        this.access = access;
    }

    @Override
    public Optional<Panel> find(CaseFile file, Actor.Staff staff) {
        if (!access.isAllowed(staff) || !access.isAbout(file.basis().procedure())) {
            return Optional.empty();
        }
        String href = "/office/person?case=" + file.receipt().format();
        return Optional.of(new Panel(
                "held",
                "この人について持っているもの",
                15,
                List.of(new Line("調べかた", "すべての部屋を一度に調べ、この人のものを選んで、写しを作れます。調べたことは証跡に残ります。")),
                List.of(new Link("この人について持っているものを調べる", href, null, false))));
    }
}
