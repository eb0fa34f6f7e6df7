package town.machi.document.web;

import town.machi.shell.Template;

/// Why nothing was written down about a fee.
record FeeRefusedPage(String sentence, String back) implements Template {

    @Override
    public int status() {
        return 422;
    }
}
