package town.machi.shelter;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Reading;

/// Events as they travel: the JSON of [ShelterEvent], read and written. What is read is checked, and what is
/// not known
/// is left out, so that nothing slips into the log that nobody asked for.
public final class EventsJson {

    private static final int MOST_PERSONS = 60;
    private static final int MOST_COUNTED = 2_000;
    private static final int LONGEST = 200;
    private static final Set<String> OF_PERSON = Set.of(
            "name", "kana", "birth", "phone", "relation", "medical", "condition", "nationality", "pickup", "note");
    private static final int LONGEST_MILLIS = 3_600_000;
    private static final Set<String> OF_HOUSEHOLD = Set.of(
            "phone", "postcode", "address", "district", "dwelling", "house", "livable", "lifelines", "plate", "note");

    private static final Map<String, Happening.Kind> KINDS =
            Arrays.stream(Happening.Kind.values()).collect(Collectors.toMap(Happening.Kind::name, kind -> kind));

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventsJson() {}

    /// @param json one event
    public static Reading<ShelterEvent> read(String json) {
        try {
            return read(MAPPER.readTree(json));
        } catch (JacksonException e) {
            return Reading.refused("shelter.event.unreadable");
        }
    }

    /// Reads one event; a refusal names what does not fit, never what was typed.
    public static Reading<ShelterEvent> read(JsonNode node) {
        try {
            if (!isStorable(node)) {
                return Reading.refused("shelter.event.unreadable");
            }
            Happening.Kind kind = KINDS.get(node.path("kind").asString(""));
            if (kind == null) {
                return Reading.refused("shelter.event.unknown-kind");
            }
            ShelterEvent event = new ShelterEvent(
                    id(node, "id"),
                    id(node, "desk"),
                    id(node, "opening"),
                    OffsetDateTime.parse(node.path("at").asString("")).toInstant(),
                    body(kind, node.path("body")),
                    personal(node.path("personal")));
            return isSound(event) ? Reading.of(event) : Reading.refused("shelter.event.out-of-bounds");
        } catch (JacksonException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            return Reading.refused("shelter.event.unreadable");
        }
    }

    /// The event as a desk would have sent it.
    public static ObjectNode write(ShelterEvent event) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", event.id().toString());
        node.put("desk", event.desk().toString());
        node.put("opening", event.opening().toString());
        node.put(
                "at",
                event.at().atZone(BusinessCalendar.TOKYO).toOffsetDateTime().toString());
        node.put("kind", event.what().kind().name());
        node.set("body", MAPPER.valueToTree(event.what()));
        if (!event.personal().isEmpty()) {
            node.set("personal", MAPPER.valueToTree(event.personal()));
        }
        return node;
    }

    /// The body alone.
    public static String body(Happening what) {
        return MAPPER.writeValueAsString(what);
    }

    /// Reads a body that was written here.
    public static Happening body(Happening.Kind kind, String json) {
        return MAPPER.readValue(json.isEmpty() ? "{}" : json, kind.body());
    }

    private static Happening body(Happening.Kind kind, JsonNode node) {
        return node.isMissingNode() ? body(kind, "{}") : MAPPER.treeToValue(node, kind.body());
    }

    /// Null where nobody is named.
    public static @Nullable String personal(ShelterEvent.Personal personal) {
        return personal.isEmpty() ? null : MAPPER.writeValueAsString(personal);
    }

    /// Reads what was written here; null where it was taken away.
    public static ShelterEvent.Personal personal(@Nullable String json) {
        return json == null ? ShelterEvent.Personal.NONE : personal(MAPPER.readTree(json));
    }

    private static ShelterEvent.Personal personal(JsonNode node) {
        if (!node.isObject()) {
            return ShelterEvent.Personal.NONE;
        }
        Map<UUID, Map<String, String>> persons = new HashMap<>();
        node.path("persons")
                .properties()
                .forEach(entry -> persons.put(UUID.fromString(entry.getKey()), texts(entry.getValue(), OF_PERSON)));
        JsonNode household = node.path("household");
        return new ShelterEvent.Personal(household.isObject() ? texts(household, OF_HOUSEHOLD) : null, persons);
    }

    private static Map<String, String> texts(JsonNode node, Set<String> known) {
        Map<String, String> texts = new HashMap<>();
        node.properties().forEach(entry -> {
            String text = entry.getValue().asString("").strip();
            if (known.contains(entry.getKey())) {
                texts.put(entry.getKey(), text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        });
        return texts;
    }

    /// Without what the database does not take: one such event would keep the whole batch of its desk out for ever.
    private static boolean isStorable(JsonNode node) {
        return node.isString()
                ? isStorable(node.stringValue())
                : node.valueStream().allMatch(EventsJson::isStorable)
                        && node.propertyStream().allMatch(entry -> isStorable(entry.getKey()));
    }

    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    private static UUID id(JsonNode node, String member) {
        return UUID.fromString(node.path(member).asString(""));
    }

    /// Numbers that can be true, lists that a desk can have made.
    private static boolean isSound(ShelterEvent event) {
        return switch (event.what()) {
            case Happening.Arrived arrived ->
                isSound(arrived.persons()) && arrived.way() != null && isTime(arrived.took());
            case Happening.Noted noted -> isSound(noted.persons());
            case Happening.Counted counted ->
                counted.count() > 0 && counted.count() <= MOST_COUNTED && isTime(counted.took());
            case Happening.PlacesLeft left ->
                left.place() != null && left.to() != null && left.count() > 0 && left.count() <= MOST_COUNTED;
            case Happening.Left left -> isSome(left.persons().size()) && left.to() != null;
            case Happening.WentOut out -> isSome(out.persons().size());
            case Happening.CameBack back -> isSome(back.persons().size());
            case Happening.RollCalled call ->
                call.heads() >= 0
                        && call.heads() <= MOST_COUNTED
                        && call.notFound().size() <= MOST_COUNTED;
            case Happening.Corrected corrected ->
                corrected.event() != null && !corrected.event().equals(event.id());
            case Happening.Same same ->
                same.one() != null && same.other() != null && !same.one().equals(same.other());
            case Happening.Settled settled -> settled.conflict() != null;
        };
    }

    /// An hour at most: whoever left the screen open measured nothing.
    private static boolean isTime(@Nullable Integer took) {
        return took == null || (took >= 0 && took <= LONGEST_MILLIS);
    }

    private static boolean isSome(int size) {
        return size > 0 && size <= MOST_COUNTED;
    }

    private static boolean isSound(java.util.List<PersonFacts> persons) {
        return !persons.isEmpty()
                && persons.size() <= MOST_PERSONS
                && persons.stream().allMatch(EventsJson::isSound);
    }

    private static boolean isSound(PersonFacts person) {
        Integer age = person.age();
        return person.id() != null && (age == null || (age >= 0 && age <= 130));
    }
}
