package town.machi.shelter.web;

import town.machi.shell.Template;

/// The number to show at the desk.
record WallNumberPage(WallPage.At at, int number, int people, String until) implements Template {}
