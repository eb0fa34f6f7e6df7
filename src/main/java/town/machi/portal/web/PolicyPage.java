package town.machi.portal.web;

import town.machi.shell.Template;

/// How personal data are handled, in a few sentences.
record PolicyPage() implements Template {

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }
}
