package town.machi.shelter.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.Texts;
import town.machi.shell.component.MapModel;
import town.machi.shelter.Disaster;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterKind;
import town.machi.shelter.Vacancy;

/// Which shelters are open and how full they are; and where to flee to when something happens.
///
/// @param flee the places for the chosen hazard; null: none is chosen
record VacancyPage(
        Happening happening,
        Open open,
        MapModel map,
        List<HazardChoice> hazards,
        @Nullable List<Row> flee) implements Template {

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }

    /// What is going on, by its names.
    ///
    /// @param real may be empty
    /// @param drill may be empty
    record Happening(String real, String drill) {

        static Happening of(List<Disaster> disasters) {
            return new Happening(names(disasters, false), names(disasters, true));
        }

        private static String names(List<Disaster> disasters, boolean drill) {
            return disasters.stream()
                    .filter(disaster -> disaster.drill() == drill)
                    .map(Disaster::name)
                    .collect(Collectors.joining("、"));
        }
    }

    /// The shelters in use; those of a drill apart from the real ones.
    record Open(List<Row> real, List<Row> drill) {

        /// @param isReal whether something real is going on: then nothing of a drill may look like a way out
        static Open of(List<Vacancy> vacancies, boolean isReal, Texts texts) {
            Map<Boolean, List<Row>> rows = vacancies.stream()
                    .collect(Collectors.partitioningBy(
                            Vacancy::drill,
                            Collectors.mapping(each -> Row.of(each, isReal, texts), Collectors.toUnmodifiableList())));
            return new Open(rows.getOrDefault(false, List.of()), rows.getOrDefault(true, List.of()));
        }
    }

    record HazardChoice(String href, String label, boolean chosen) {}

    /// One shelter in words.
    ///
    /// @param css `empty`, `some`, `crowded`, `full`, `no-capacity`, `named`, `preparing`, `unusable`, `none`;
    /// of a drill with ` vacancy__item--drill`
    /// @param word how it stands; empty where only the place is told
    /// @param text what that means for who wants to go; may be empty
    /// @param asOf in words; empty where nothing is told
    /// @param kind what kind of place, and its hazards
    record Row(
            String name,
            String address,
            String css,
            String word,
            String text,
            String asOf,
            boolean stale,
            String kind,
            String capacity,
            MapModel.@Nullable Point point) {

        static Row of(Vacancy vacancy, boolean isReal, Texts texts) {
            return vacancy.drill() ? of(vacancy, texts).inDrill(isReal, texts) : of(vacancy, texts);
        }

        /// Marked, and without a word that one could go in.
        private Row inDrill(boolean isReal, Texts texts) {
            String practised = isReal ? texts.get("shelter.drill.in-use") : texts.get("shelter.drill.marked", word);
            return new Row(
                    texts.get("shelter.drill.marked", name),
                    address,
                    (isReal ? "aside" : css) + " vacancy__item--drill",
                    practised,
                    texts.get(isReal ? "shelter.drill.not-now" : "shelter.drill.only"),
                    asOf,
                    stale && !isReal,
                    kind,
                    capacity,
                    point == null
                            ? null
                            : new MapModel.Point(
                                    texts.get("shelter.drill.marked", point.label()),
                                    point.kana(),
                                    point.place(),
                                    null));
        }

        private static Row of(Vacancy vacancy, Texts texts) {
            Shelter shelter = vacancy.shelter();
            Vacancy.Level level = vacancy.level();
            boolean named = shelter.kind() == ShelterKind.WELFARE && vacancy.state() == OpeningState.OPEN;
            String key = level == null
                    ? "shelter.state." + vacancy.state().name().toLowerCase(java.util.Locale.ROOT)
                    : named ? "shelter.level.named" : level.key();
            String word = texts.get(key);
            String text = vacancy.state() == OpeningState.UNUSABLE && vacancy.alternative() != null
                    ? texts.get("shelter.vacancy.alternative", vacancy.alternative())
                    : texts.get(key + ".text");
            return new Row(
                    shelter.name(),
                    shelter.where().address(),
                    vacancy.stale() ? "stale" : key.substring(key.lastIndexOf('.') + 1),
                    word,
                    text,
                    texts.get("shelter.vacancy.as-of", vacancy.asOf()),
                    vacancy.stale(),
                    kind(shelter, texts),
                    capacity(shelter, texts),
                    point(shelter, word));
        }

        static Row of(Shelter shelter, Texts texts) {
            return new Row(
                    shelter.name(),
                    shelter.where().address(),
                    "none",
                    "",
                    "",
                    "",
                    false,
                    kind(shelter, texts),
                    capacity(shelter, texts),
                    point(shelter, ""));
        }

        private static MapModel.@Nullable Point point(Shelter shelter, String word) {
            var place = shelter.where().place();
            return place == null
                    ? null
                    : new MapModel.Point(
                            word.isEmpty() ? shelter.name() : shelter.name() + "（" + word + "）",
                            shelter.where().kana(),
                            place,
                            null);
        }

        private static String kind(Shelter shelter, Texts texts) {
            String hazards = shelter.hazards().stream()
                    .sorted()
                    .map(hazard -> texts.get(hazard.key()))
                    .collect(Collectors.joining(texts.get("shelter.vacancy.comma")));
            String kind = texts.get(VacancyController.kindKey(shelter));
            if (shelter.isForStayingAlone() && shelter.kind() != ShelterKind.WELFARE) {
                return texts.get("shelter.vacancy.staying", kind);
            }
            return hazards.isEmpty() ? kind : texts.get("shelter.vacancy.for", kind, hazards);
        }

        private static String capacity(Shelter shelter, Texts texts) {
            return shelter.capacity() == null
                    ? texts.get("shelter.vacancy.capacity.unknown")
                    : texts.get("shelter.vacancy.capacity", shelter.capacity());
        }
    }
}
