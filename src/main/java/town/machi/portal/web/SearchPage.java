package town.machi.portal.web;

import java.util.List;
import town.machi.shell.SearchSource;
import town.machi.shell.Template;

/// Everything public that holds the words.
record SearchPage(String typed, List<SearchSource.Hit> hits) implements Template {}
