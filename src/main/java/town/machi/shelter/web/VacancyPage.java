package town.machi.shelter.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.Texts;
import town.machi.shell.component.MapModel;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterKind;
import town.machi.shelter.Vacancy;

/// Which shelters are open and how full they are; and where to flee to when something happens.
///
/// @param happening names of what is going on; may be empty
/// @param flee the places for the chosen hazard; null: none is chosen
record VacancyPage(
        String happening,
        boolean drill,
        List<Row> rows,
        MapModel map,
        List<HazardChoice> hazards,
        @Nullable List<Row> flee)
        implements Template {

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }

    record HazardChoice(String href, String label, boolean chosen) {}

    /// One shelter in words.
    ///
    /// @param css `empty`, `some`, `crowded`, `full`, `no-capacity`, `named`, `preparing`, `unusable`, `none`
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

        static Row of(Vacancy vacancy, Texts texts) {
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
