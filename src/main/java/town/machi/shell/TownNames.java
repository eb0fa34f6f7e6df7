package town.machi.shell;

/// How the frame of a page names the town.
///
/// @param name 芦北町
/// @param english Ashikita
/// @param telephone the hall's own number
public record TownNames(String name, String english, String telephone) {}
