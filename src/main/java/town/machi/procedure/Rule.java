package town.machi.procedure;

import java.util.List;

/// Something that must hold before the form can be sent.
///
/// @param say what the person is told where it does not hold; `{startsOn}` and `{section.tel}` are filled in
/// @param questions ids of the questions that the condition reads, in the order of the form: the fault is shown there
public record Rule(Condition check, Words say, List<String> questions) {}
