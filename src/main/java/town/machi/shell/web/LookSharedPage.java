package town.machi.shell.web;

import town.machi.shell.Template;

/// A page that is the same for everybody, as short as one can be.
record LookSharedPage(String title) implements Template {

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }
}
