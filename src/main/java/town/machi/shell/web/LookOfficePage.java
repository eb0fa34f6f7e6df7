package town.machi.shell.web;

import town.machi.shell.Template;

/// A list and a case of the staff side.
record LookOfficePage(LookSamples samples) implements Template {}
