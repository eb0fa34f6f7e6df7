package town.machi.portal.web;

import java.util.List;
import town.machi.shell.Template;

/// Sections and how to reach them; empty text where the town has not told it.
record ContactPage(List<Row> rows) implements Template {

    record Row(String id, String name, String telephone, String mail, String place) {}

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }
}
