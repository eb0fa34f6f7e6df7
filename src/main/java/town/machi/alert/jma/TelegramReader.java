package town.machi.alert.jma;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Reads a telegram by its codes. What it does not know it leaves out; what it cannot read it says.
public final class TelegramReader {

    /// Of which types something is said to residents.
    public static final Set<String> TYPES = Set.of(
            "VPWW53", "VPWW54", "VPWW55", "VPWW56", "VPWW57", "VPWW58", "VPWW59", "VPWW60", "VPWW61", "VXKO", "VXWW50",
            "VXSE51", "VXSE52", "VXSE53", "VXSE61", "VTSE41", "VTSE51", "VPOA50", "VPBS50");

    private static final Pattern OFFICE = Pattern.compile("_([0-9]{6})\\.xml$");

    private final Areas areas;

    public TelegramReader(Areas areas) {
        this.areas = areas;
    }

    /// It is not a telegram, or one of a shape that we do not know.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /// The type, from the name of its file: `20270704011000_0_VPWW55_430000.xml`, `15_16_02_250630_VPWW57.xml`.
    public static Optional<String> typeOf(String fileName) {
        var found = Pattern.compile("(?:^|_)(VXKO|V[A-Z]{3}\\d{2})").matcher(fileName);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /// Whether the file may be one for the town, by its name alone: a type that we read, and where the name ends with
    /// the code of a prefecture's office, ours. Others need not be fetched.
    public boolean mayBeOurs(String fileName) {
        String type = typeOf(fileName).orElse("");
        if (!TYPES.contains(type)) {
            return false;
        }
        var office = OFFICE.matcher(fileName);
        boolean regional = type.startsWith("VPWW") || type.equals("VPOA50") || type.equals("VPBS50");
        return !regional || !office.find() || areas.warning().contains(office.group(1));
    }

    /// @param type as the name of its file tells it
    public Telegram read(String type, byte[] xml) throws Unreadable {
        Element root = parse(xml);
        Element control = child(root, "Control").orElseThrow(() -> new Unreadable("no Control"));
        Element head = child(root, "Head").orElseThrow(() -> new Unreadable("no Head"));
        Element body = child(root, "Body").orElse(root);
        String event = text(head, "EventID");
        return new Telegram(
                type,
                status(text(control, "Status")),
                act(text(head, "InfoType")),
                event,
                time(text(head, "ReportDateTime")),
                child(head, "Headline")
                        .map(headline -> text(headline, "Text"))
                        .orElse("")
                        .strip(),
                signals(type, event, head, body));
    }

    private List<Telegram.Signal> signals(String type, String event, Element head, Element body) {
        return switch (type) {
            case "VPWW53", "VPWW54", "VPWW55", "VPWW56", "VPWW57", "VPWW58", "VPWW59", "VPWW60", "VPWW61" ->
                warnings(type, body);
            case "VXWW50" -> landslide(body);
            case "VXKO" -> flood(head, body);
            case "VXSE51" -> quake(event, body, "Area");
            case "VXSE53" -> quake(event, body, "City");
            case "VTSE41", "VTSE51" -> tsunami(body);
            case "VPOA50" -> bulletin("RECORD_RAIN", event, head, body);
            case "VPBS50" -> bulletin("BULLETIN", event, head, body);
            default -> List.of();
        };
    }

    /// The town's own item; a hazard of this telegram that it does not name is over.
    private List<Telegram.Signal> warnings(String type, Element body) {
        for (String area : areas.warning()) {
            List<Element> items = all(body, "Item").stream()
                    .filter(item -> child(item, "Area")
                            .filter(each -> text(each, "Code").equals(area))
                            .isPresent())
                    .filter(item -> parentIs(item, "Warning"))
                    .toList();
            if (!items.isEmpty()) {
                return warnings(type, items);
            }
        }
        return List.of();
    }

    private static List<Telegram.Signal> warnings(String type, List<Element> items) {
        Map<String, Telegram.Signal> heaviest = new LinkedHashMap<>();
        WarningCodes.covered(type).forEach(hazard -> heaviest.put(hazard, Telegram.Signal.none(hazard)));
        for (Element item : items) {
            for (Element kind : children(item, "Kind")) {
                if (text(kind, "Status").equals("解除")) {
                    continue;
                }
                WarningCodes.find(text(kind, "Code"))
                        .filter(signal -> heaviest.containsKey(signal.hazard()))
                        .ifPresent(signal -> heaviest.merge(
                                signal.hazard(), signal, (one, other) -> one.weight() >= other.weight() ? one : other));
            }
        }
        return List.copyOf(heaviest.values());
    }

    /// 土砂災害警戒情報 of the old system: code 3 警戒, 1 解除, 0 なし; it stands at level 4.
    private List<Telegram.Signal> landslide(Element body) {
        return all(body, "Item").stream()
                .filter(item -> child(item, "Area")
                        .filter(area -> text(area, "Code").equals(areas.town()))
                        .isPresent())
                .findFirst()
                .flatMap(item -> child(item, "Kind"))
                .map(kind -> text(kind, "Code").equals("3")
                        ? Telegram.Signal.of("LANDSLIDE", 4)
                        : Telegram.Signal.none("LANDSLIDE"))
                .stream()
                .toList();
    }

    /// A river of the town, by its own code or because the town's code stands among what may be flooded.
    private List<Telegram.Signal> flood(Element head, Element body) {
        boolean ours = all(head, "Code").stream()
                        .anyMatch(code -> areas.rivers().contains(content(code)))
                || all(body, "CityCode").stream().anyMatch(code -> content(code).equals(areas.town()));
        if (!ours) {
            return List.of();
        }
        return all(head, "Kind").stream()
                .findFirst()
                .map(kind -> Telegram.Signal.of("FLOOD", WarningCodes.floodLevel(text(kind, "Code"))))
                .stream()
                .toList();
    }

    /// @param level `Area` (region) or `City`
    private List<Telegram.Signal> quake(String event, Element body, String level) {
        return all(body, level).stream()
                .filter(area -> areas.quake().contains(text(area, "Code")))
                .map(area -> text(area, "MaxInt"))
                .filter(intensity -> WarningCodes.intensityWeight(intensity) > 0)
                .map(intensity -> new Telegram.Signal(
                        "QUAKE:" + event,
                        "QUAKE",
                        0,
                        WarningCodes.intensityWeight(intensity),
                        WarningCodes.intensityWord(intensity)))
                .max(java.util.Comparator.comparingInt(Telegram.Signal::weight))
                .stream()
                .toList();
    }

    private List<Telegram.Signal> tsunami(Element body) {
        return all(body, "Item").stream()
                .filter(item -> child(item, "Area")
                        .filter(area -> areas.tsunami().contains(text(area, "Code")))
                        .isPresent())
                .flatMap(item -> child(item, "Category").stream())
                .flatMap(category -> child(category, "Kind").stream())
                .map(kind -> WarningCodes.tsunami(text(kind, "Code")))
                .findFirst()
                .stream()
                .toList();
    }

    /// Of the town, or of an area that it lies in.
    private List<Telegram.Signal> bulletin(String word, String event, Element head, Element body) {
        boolean ours = java.util.stream.Stream.concat(all(head, "Area").stream(), all(body, "Area").stream())
                .anyMatch(area -> areas.warning().contains(text(area, "Code")));
        String hazard = word + ":" + event.replaceFirst("_.*", "");
        return ours ? List.of(new Telegram.Signal(hazard, word, 0, 40, "")) : List.of();
    }

    private static Element parse(byte[] xml) throws Unreadable {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new Unreadable("not XML: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Telegram.Status status(String word) throws Unreadable {
        return Arrays.stream(Telegram.Status.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Unreadable("Status: " + word));
    }

    private static Telegram.Act act(String word) throws Unreadable {
        return Arrays.stream(Telegram.Act.values())
                .filter(act -> act.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Unreadable("InfoType: " + word));
    }

    private static Instant time(String text) throws Unreadable {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Unreadable("ReportDateTime: " + text);
        }
    }

    private static boolean parentIs(Element element, String name) {
        return element.getParentNode() instanceof Element parent && name.equals(parent.getLocalName());
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Element> all(Element root, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = root.getElementsByTagNameNS("*", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return child(parent, name).map(TelegramReader::content).orElse("");
    }

    private static String content(Element element) {
        return String.valueOf(element.getTextContent()).strip();
    }
}
