package town.machi.document.web;

import java.util.List;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;

/// 文書件名簿 of a fiscal year: every numbered document of the reader's sections.
record YearListPage(String year, String label, List<Choice> years, List<List<String>> rows) implements Template {}
