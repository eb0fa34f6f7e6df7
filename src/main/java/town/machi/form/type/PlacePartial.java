package town.machi.form.type;

import town.machi.shell.Template;
import town.machi.shell.component.Field;
import town.machi.shell.component.MapModel;

/// A point on the map and the list of 町字 beside it.
///
/// @param outside the point lies outside the town
record PlacePartial(Field field, MapModel map, Field note, boolean outside) implements Template {}
