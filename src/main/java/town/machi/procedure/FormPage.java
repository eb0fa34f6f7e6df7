package town.machi.procedure;

import java.util.List;
import java.util.Optional;

/// One page of a form: one question or one small group.
///
/// @param id unique in the form; part of the address of the page
/// @param later not asked when one files, but when the case comes to a state that asks for it
public record FormPage(String id, Words title, Optional<Condition> when, boolean later, List<Question> questions) {}
