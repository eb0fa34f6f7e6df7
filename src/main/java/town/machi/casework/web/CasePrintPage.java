package town.machi.casework.web;

import java.util.List;
import town.machi.shell.Template;
import town.machi.shell.component.TimelineItem;

/// A case on paper: everything that was said and done, nothing to press.
record CasePrintPage(CasePage.Head head, List<CasePage.Answers> answers, List<TimelineItem> history, String assignee)
        implements Template {}
