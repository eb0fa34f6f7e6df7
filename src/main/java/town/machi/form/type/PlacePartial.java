package town.machi.form.type;

import java.util.List;
import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.platform.TownArea;
import town.machi.shell.Template;

/// A point on the map and the list of 町字 beside it.
record PlacePartial(Slot slot, Asked asked, List<TownArea> areas, boolean outside) implements Template {}
