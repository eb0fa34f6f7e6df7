package town.machi.identity.web;

import town.machi.shell.Template;

/// A one-time link that was used, replaced, or grew too old: what one can do now.
record LinkGonePage() implements Template {

    @Override
    public int status() {
        return 410;
    }
}
