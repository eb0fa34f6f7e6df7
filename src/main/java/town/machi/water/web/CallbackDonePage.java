package town.machi.water.web;

import town.machi.shell.Template;

/// The wish to be called was kept.
record CallbackDonePage(CallbackPage.Opening opening) implements Template {}
