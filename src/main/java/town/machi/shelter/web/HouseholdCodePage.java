package town.machi.shelter.web;

import java.util.List;
import town.machi.shell.Template;

/// The household's code, to keep on a phone or on paper.
///
/// @param picture the QR code (`data:`)
/// @param number by which they take back what they left with the town; empty: they left nothing
/// @param years for how long it is kept; 0: until they take it back
/// @param refused whether they wished to leave it and must not: somebody of them must not be found
record HouseholdCodePage(List<String> names, String picture, String number, int years, boolean refused)
        implements Template {}
