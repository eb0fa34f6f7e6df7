package town.machi.alert.web;

import java.util.List;
import town.machi.shell.Template;

/// The demo's 気象庁.
record FeedStandInPage(List<Line> lines, boolean done) implements Template {

    record Line(String name, String words) {}
}
