package town.machi.submission.web;

import town.machi.shell.Template;

/// Somebody followed a mailed link: one button goes on.
record ArrivePage(String token) implements Template {}
