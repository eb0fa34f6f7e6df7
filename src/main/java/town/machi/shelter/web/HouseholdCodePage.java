package town.machi.shelter.web;

import java.util.List;
import town.machi.shell.Template;

/// The household's code, to keep on a phone or on paper.
///
/// @param picture the QR code (`data:`)
record HouseholdCodePage(List<String> names, String picture) implements Template {}
