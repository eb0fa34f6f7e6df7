package town.machi.shell.web;

import town.machi.shell.Template;

/// Every piece of a public screen.
record LookPage(LookSamples samples) implements Template {}
