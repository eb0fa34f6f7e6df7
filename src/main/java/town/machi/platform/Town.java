package town.machi.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Place;
import town.machi.kernel.PostalCode;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;
import town.machi.platform.town.TownFile;
import town.machi.platform.town.TownMap;

/// The town, as its folder of settings says (`MACHI_TOWN`). Read once, at start.
@Component
public class Town {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final TownFile file;
    private final TownMap map;
    private final MachiProperties properties;
    private final NodeAddress node;
    private volatile Supplier<Map<SectionId, String>> names = Map::of;

    public Town(MachiProperties properties, NodeAddress node) {
        this.node = node;
        this.properties = properties;
        this.file = TownFile.read(properties.town(), properties.demo());
        this.map = TownMap.read(properties.town());
    }

    /// The town of a folder, though it is not running: to check what is written there.
    ///
    /// @param folder with `town.yaml` in it
    /// @param demo whether the demo's sample values count
    public static Town ofFolder(Path folder, boolean demo) {
        MachiProperties properties = new MachiProperties(
                8080,
                "localhost",
                folder,
                folder,
                demo,
                Set.of("public", "office"),
                "",
                "",
                "",
                false,
                new MachiProperties.Db("", "", "", ""));
        return new Town(properties, new NodeAddress(properties));
    }

    /// 芦北町
    public String name() {
        return file.name();
    }

    /// アシキタマチ
    public String nameKana() {
        return file.nameKana();
    }

    public String nameEn() {
        return file.nameEn();
    }

    /// The name with its reading, for やさしい日本語.
    public String nameEasy() {
        return file.nameEasy();
    }

    /// 全国地方公共団体コード with its check digit: 434825
    public String code() {
        return file.code();
    }

    /// 熊本県
    public String prefecture() {
        return file.prefecture();
    }

    /// With its 郡: 葦北郡芦北町
    public String municipality() {
        return file.district() + file.name();
    }

    public PostalCode postalCode() {
        return file.postalCode();
    }

    /// The hall's, after the municipality: 大字芦北2015番地
    public String address() {
        return file.address();
    }

    /// Of the hall; empty when it is 未設定.
    public String telephone() {
        return file.telephone();
    }

    /// The sender of mail; where the town has none, one that cannot be answered.
    public String mailFrom() {
        return file.mail().isEmpty() ? "no-reply@" + properties.host() : file.mail();
    }

    /// With the names that they have today.
    public List<Section> sections() {
        Map<SectionId, String> renamed = names.get();
        return renamed.isEmpty()
                ? file.sections()
                : file.sections().stream()
                        .map(section -> section.called(renamed.getOrDefault(section.id(), section.name())))
                        .toList();
    }

    /// Where sections have other names than the folder says.
    void callSections(Supplier<Map<SectionId, String>> called) {
        names = called;
    }

    public Optional<Section> findSection(SectionId id) {
        return sections().stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /// 職, in the order of the file; none where the town has told none.
    public List<Position> positions() {
        return file.positions();
    }

    public Optional<Position> findPosition(String id) {
        return file.positions().stream()
                .filter(position -> position.id().equals(id))
                .findFirst();
    }

    /// 総務課 課長; 町長
    public String nameOf(Seat seat) {
        String position = findPosition(seat.position()).map(Position::name).orElse(seat.position());
        return seat.section()
                .map(id -> findSection(id).map(Section::name).orElse(id.value()) + " " + position)
                .orElse(position);
    }

    public BusinessCalendar calendar() {
        return file.calendar();
    }

    public OpeningHours openingHours() {
        return file.hours();
    }

    /// All 町字, by reading.
    public List<TownArea> areas() {
        return map.areas();
    }

    public List<TownArea> findAreasByPostcode(PostalCode code) {
        return map.areas().stream()
                .filter(area -> area.postalCode().equals(code))
                .toList();
    }

    /// Whatever was typed for a postal code; nothing when it is none, or none of the town's.
    public List<TownArea> findAreasByPostcode(String typed) {
        return PostalCode.parse(typed).map(this::findAreasByPostcode).orElse(List.of());
    }

    /// Whether the point lies inside the town, good to about 20 metres at its border.
    public boolean contains(Place place) {
        return map.outline().contains(GEOMETRY.createPoint(new Coordinate(place.longitude(), place.latitude())));
    }

    /// The outline as GeoJSON, for the map.
    public String outlineGeoJson() {
        return map.geoJson();
    }

    /// The smallest box around the town: south-west and north-east corner.
    public List<Place> bounds() {
        var box = map.outline().getEnvelopeInternal();
        return List.of(new Place(box.getMinY(), box.getMinX()), new Place(box.getMaxY(), box.getMaxX()));
    }

    public List<SettingDeclaration> declaredSettings() {
        return file.settings();
    }

    /// The one source of links, cookies and allowed origins.
    public URI baseUri() {
        return node.baseUri();
    }

    /// Where residents find the town: this node, or the town's other zone (`MACHI_RESIDENTS_URL`). For what is printed
    /// on paper and written to residents.
    public URI residentsUri() {
        String elsewhere = properties.residentsUrl();
        return elsewhere.isEmpty() ? baseUri() : URI.create(elsewhere);
    }

    /// The folder that the town edits.
    public Path folder() {
        return properties.town();
    }

    /// Whether made-up people, cases and accounts are there.
    public boolean demo() {
        return properties.demo();
    }
}
