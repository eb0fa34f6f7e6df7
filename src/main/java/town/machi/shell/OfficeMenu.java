package town.machi.shell;

import java.util.List;
import town.machi.kernel.Actor;

/// Extension point: the entries that a room has in the office menu, for this person's roles.
public interface OfficeMenu {

    List<MenuItem> items(Actor.Staff staff);
}
