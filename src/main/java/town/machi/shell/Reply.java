package town.machi.shell;

/// What a controller method of a screen returns: a page to show, or where to go next.
public sealed interface Reply permits Template, Redirect {}
