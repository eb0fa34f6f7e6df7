package town.machi.shelter.web;

import town.machi.shell.Template;

/// The desk: an empty frame that its program fills, the same for everybody.
record DeskPage() implements Template {}
