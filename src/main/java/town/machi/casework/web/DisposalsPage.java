package town.machi.casework.web;

import java.util.List;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Pager;

/// 廃棄記録: what was destroyed or given back, the last first.
record DisposalsPage(List<Line> lines, Pager pager) implements Template {

    record Line(
            String href,
            String number,
            String title,
            String section,
            String year,
            String cases,
            String by,
            String decider,
            String when,
            Chip state) {}
}
