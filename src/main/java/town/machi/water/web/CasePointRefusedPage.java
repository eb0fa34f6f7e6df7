package town.machi.water.web;

import town.machi.shell.Template;

/// A number that no point has.
///
/// @param back the case
record CasePointRefusedPage(String back, String sentence) implements Template {

    @Override
    public int status() {
        return 422;
    }
}
