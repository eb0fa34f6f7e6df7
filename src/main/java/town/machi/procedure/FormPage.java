package town.machi.procedure;

import java.util.List;
import java.util.Optional;

/// One page of a form: one question or one small group.
///
/// @param id unique in the form; part of the address of the page
public record FormPage(String id, Words title, Optional<Condition> when, List<Question> questions) {}
