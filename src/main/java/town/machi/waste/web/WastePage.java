package town.machi.waste.web;

import java.util.List;
import java.util.Optional;
import town.machi.messaging.District;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;
import town.machi.waste.Collections;

/// The next collection days of one district.
record WastePage(List<Choice> districts, Optional<District> chosen, List<Collections.Next> next) implements Template {}
