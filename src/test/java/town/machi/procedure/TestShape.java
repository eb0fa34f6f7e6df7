package town.machi.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Types of question as the form room gives them, so far as a definition can see them.
record TestShape(
        String type,
        ValueKind kind,
        Map<String, ValueKind> parts,
        Set<String> options,
        boolean takesChoices,
        boolean takesChildren)
        implements AnswerShape {

    static Map<String, AnswerShape> all() {
        Map<String, AnswerShape> shapes = new LinkedHashMap<>();
        for (TestShape shape : List.of(
                plain("text", ValueKind.TEXT, "max", "characters"),
                plain("longText", ValueKind.TEXT, "max"),
                plain("number", ValueKind.NUMBER, "min", "max", "unit"),
                plain("yen", ValueKind.NUMBER, "min", "max"),
                plain("date", ValueKind.DATE, "birth", "offer"),
                plain("phone", ValueKind.TEXT),
                plain("mail", ValueKind.TEXT),
                plain("consent", ValueKind.BOOLEAN),
                plain("file", ValueKind.LIST, "max", "accept"),
                new TestShape("choice", ValueKind.TEXT, Map.of(), Set.of(), true, false),
                new TestShape("choices", ValueKind.LIST, Map.of(), Set.of("max"), true, false),
                new TestShape("group", ValueKind.LIST, Map.of(), Set.of("min", "max"), false, true),
                parts("person", Set.of("kana"), "family", "given", "familyKana", "givenKana"),
                parts(
                        "address",
                        Set.of("within"),
                        "postcode",
                        "prefecture",
                        "municipality",
                        "area",
                        "number",
                        "building"),
                parts("bankAccount", Set.of(), "bank", "branch", "kind", "number", "holder"),
                parts("place", Set.of(), "point", "area", "note"))) {
            shapes.put(shape.type(), shape);
        }
        return shapes;
    }

    private static TestShape plain(String type, ValueKind kind, String... options) {
        return new TestShape(type, kind, Map.of(), Set.of(options), false, false);
    }

    private static TestShape parts(String type, Set<String> options, String... names) {
        Map<String, ValueKind> parts = new LinkedHashMap<>();
        List.of(names).forEach(name -> parts.put(name, ValueKind.TEXT));
        return new TestShape(type, ValueKind.PARTS, parts, options, false, false);
    }
}
