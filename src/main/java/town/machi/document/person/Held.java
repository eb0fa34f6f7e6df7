package town.machi.document.person;

import java.util.List;
import java.util.Map;
import java.util.Set;
import town.machi.kernel.PersonalData.Extract;

/// What is held on a person, before and after its values are read.
public final class Held {

    private Held() {}

    /// A record that may be the person's.
    ///
    /// @param room 避難所
    /// @param parts by which it was found
    /// @param guarded the person must not be found (支援措置)
    public record Found(String subject, String room, String what, List<String> parts, boolean guarded) {

        /// Namesakes have nothing else in common.
        public boolean mayBeNamesake() {
            return parts.stream().allMatch(Wanted::isShared);
        }
    }

    /// @param rooms that were asked, each with the number of records that it has
    public record Listed(Look look, List<Found> found, Map<String, Integer> rooms) {}

    /// @param what with its room
    public record Opened(List<Section> sections) {

        public record Section(String room, Extract extract) {}

        /// Names a value of a record in a form.
        public static String line(Extract extract, int number) {
            return extract.subject() + "#" + number;
        }

        /// What is handed over for a value that is not.
        public static final String WITHHELD = "（開示しない部分）";

        /// Room, record, label and value of every line; what is withheld is told to be.
        public List<List<String>> rows(Set<String> withheld) {
            return sections.stream()
                    .flatMap(section -> {
                        Extract extract = section.extract();
                        List<Map.Entry<String, String>> values =
                                List.copyOf(extract.values().entrySet());
                        return java.util.stream.IntStream.range(0, values.size())
                                .mapToObj(i -> List.of(
                                        section.room(),
                                        extract.what(),
                                        values.get(i).getKey(),
                                        withheld.contains(line(extract, i))
                                                ? WITHHELD
                                                : values.get(i).getValue()));
                    })
                    .toList();
        }
    }
}
