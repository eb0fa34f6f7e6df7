package town.machi.portal.web;

import java.util.List;
import town.machi.shell.Template;

/// Procedures by word, by life event, by section.
record ProceduresPage(String typed, List<Choice> events, List<Choice> sections, List<ProcedureRow> rows)
        implements Template {

    record Choice(String href, String label, boolean chosen) {}

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }
}
