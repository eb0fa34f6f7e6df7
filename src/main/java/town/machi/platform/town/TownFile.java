package town.machi.platform.town;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.PostalCode;
import town.machi.kernel.SectionId;
import town.machi.platform.OpeningHours;
import town.machi.platform.Position;
import town.machi.platform.Section;
import town.machi.platform.SettingDeclaration;

/// What `town.yaml` says, checked; in the demo with `demo/town.yaml` laid over it.
public record TownFile(
        String name,
        String nameKana,
        String nameEn,
        String nameEasy,
        String code,
        String prefecture,
        String district,
        PostalCode postalCode,
        String address,
        String telephone,
        String mail,
        OpeningHours hours,
        BusinessCalendar calendar,
        List<Section> sections,
        List<Position> positions,
        List<SettingDeclaration> settings) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final LocalTime USUAL_OPENING = LocalTime.of(8, 30);
    private static final LocalTime USUAL_CLOSING = LocalTime.of(17, 15);

    /// Reads the folder's `town.yaml`.
    ///
    /// @throws TownFolderFault with every fault at once
    public static TownFile read(Path folder, boolean demo) {
        Path file = folder.resolve("town.yaml");
        YamlNode root = YamlNode.read(file);
        Path overlay = folder.resolve("demo/town.yaml");
        if (demo && Files.exists(overlay)) {
            root = root.overlaid(YamlNode.read(overlay));
        }
        TownFile town = new Reader(root).town();
        if (!root.faults().isEmpty()) {
            throw new TownFolderFault(file, root.faults());
        }
        return town;
    }

    private record Reader(YamlNode root) {

        TownFile town() {
            root.allow(
                    "town",
                    "kana",
                    "english",
                    "easy",
                    "code",
                    "prefecture",
                    "district",
                    "postcode",
                    "address",
                    "telephone",
                    "mail",
                    "hours",
                    "closed days",
                    "sections",
                    "positions",
                    "settings");
            OpeningHours hours = hours();
            String name = root.required("town");
            return new TownFile(
                    name,
                    root.required("kana"),
                    otherwise(root.text("english"), name),
                    otherwise(root.text("easy"), name),
                    code(),
                    root.required("prefecture"),
                    root.text("district"),
                    postalCode(),
                    root.required("address"),
                    root.text("telephone"),
                    root.text("mail"),
                    hours,
                    new BusinessCalendar(closedDays(), hours.closes()),
                    sections(),
                    PositionsPart.read(root),
                    settings());
        }

        private String code() {
            String code = root.required("code");
            if (!code.isEmpty() && !code.matches("\\d{6}")) {
                root.faults().add("code は 6 桁の数字（全国地方公共団体コード）です: " + code);
            }
            return code;
        }

        private PostalCode postalCode() {
            String text = root.required("postcode");
            return PostalCode.parse(text).orElseGet(() -> {
                root.faults().add("postcode は 869-5498 のように書いてください: " + text);
                return new PostalCode("0000000");
            });
        }

        private OpeningHours hours() {
            YamlNode hours = root.node("hours");
            hours.allow("opens", "closes");
            return new OpeningHours(time(hours, "opens", USUAL_OPENING), time(hours, "closes", USUAL_CLOSING));
        }

        private LocalTime time(YamlNode node, String key, LocalTime usual) {
            String text = node.text(key);
            try {
                return text.isEmpty() ? usual : LocalTime.parse(text, TIME);
            } catch (DateTimeParseException e) {
                root.faults().add(node.path() + key + " は 17:15 のように書いてください: " + text);
                return usual;
            }
        }

        private Set<LocalDate> closedDays() {
            Set<LocalDate> days = new HashSet<>();
            for (String text : root.texts("closed days")) {
                try {
                    days.add(LocalDate.parse(text));
                } catch (DateTimeParseException e) {
                    root.faults().add("closed days の日付は 2027-02-15 のように書いてください: " + text);
                }
            }
            return days;
        }

        private List<Section> sections() {
            YamlNode all = root.node("sections");
            List<Section> sections = new ArrayList<>();
            for (String key : all.keys()) {
                YamlNode section = all.node(key);
                section.allow("name", "english", "easy", "telephone", "mail", "place", "mark");
                String name = section.required("name");
                sectionId(key)
                        .ifPresent(id -> sections.add(new Section(
                                id,
                                name,
                                otherwise(section.text("english"), name),
                                otherwise(section.text("easy"), name),
                                section.text("telephone"),
                                section.text("mail"),
                                section.text("place"),
                                section.text("mark"))));
            }
            return List.copyOf(sections);
        }

        private Optional<SectionId> sectionId(String key) {
            try {
                return Optional.of(new SectionId(key));
            } catch (IllegalArgumentException e) {
                root.faults().add("課の短い名前は英小文字・数字・ハイフンです: " + key);
                return Optional.empty();
            }
        }

        private List<SettingDeclaration> settings() {
            YamlNode all = root.node("settings");
            List<SettingDeclaration> settings = new ArrayList<>();
            for (String key : all.keys()) {
                YamlNode setting = all.node(key);
                setting.allow("label", "type", "default", "example");
                String standard = setting.text("default");
                settings.add(new SettingDeclaration(
                        key,
                        setting.required("label"),
                        type(key, otherwise(setting.text("type"), "text")),
                        standard.isEmpty() ? Optional.empty() : Optional.of(standard),
                        "yes".equals(setting.text("example"))));
            }
            return List.copyOf(settings);
        }

        private SettingDeclaration.Type type(String key, String text) {
            for (SettingDeclaration.Type type : SettingDeclaration.Type.values()) {
                if (type.name().equalsIgnoreCase(text.replace('-', '_'))) {
                    return type;
                }
            }
            root.faults()
                    .add("settings." + key + ".type は text, number, yen, date, yes-no, telephone, mail のどれかです: "
                            + text);
            return SettingDeclaration.Type.TEXT;
        }

        private static String otherwise(String text, String other) {
            return text.isEmpty() ? other : text;
        }
    }
}
