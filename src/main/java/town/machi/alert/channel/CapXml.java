package town.machi.alert.channel;

import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertKind;
import town.machi.alert.AlertText;
import town.machi.alert.World;
import town.machi.alert.words.AlertTemplates;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Language;
import town.machi.platform.Town;

/// A message as CAP 1.2. Source: OASIS, Common Alerting Protocol Version 1.2, 2010-07-01.
///
/// 訂正 and a 解除 that leaves districts standing are `Update`; a 解除 of all that was left and a 誤報取消 are `Cancel`.
/// Both name what they are about in `references`, so that no reader can take them for a new alert.
@Component
public class CapXml {

    private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final AlertTemplates templates;
    private final Town town;

    CapXml(AlertTemplates templates, Town town) {
        this.templates = templates;
        this.town = town;
    }

    /// @param sentAt when it was sent
    /// @param earlier the message that it is about
    /// @param endsAll whether nothing is left of that
    public record Sheet(Outgoing outgoing, Instant sentAt, Optional<Earlier> earlier, boolean endsAll) {}

    public record Earlier(String number, Instant sentAt) {}

    public String write(Sheet sheet) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("alert");
            xml.writeDefaultNamespace(NAMESPACE);
            head(xml, sheet);
            for (Language language : Language.values()) {
                info(xml, sheet, language);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void head(XMLStreamWriter xml, Sheet sheet) throws XMLStreamException {
        var alert = sheet.outgoing().alert();
        element(xml, "identifier", identifier(alert.number()));
        element(xml, "sender", sender());
        element(xml, "sent", time(sheet.sentAt()));
        element(xml, "status", alert.world() == World.REAL ? "Actual" : "Exercise");
        element(xml, "msgType", messageType(alert.act(), sheet.endsAll()));
        element(xml, "scope", "Public");
        if (alert.world().isDrill()) {
            element(xml, "note", "訓練");
        } else if (alert.act().follows()) {
            element(xml, "note", alert.act().label());
        }
        if (sheet.earlier().isPresent()) {
            Earlier earlier = sheet.earlier().get();
            element(xml, "references", sender() + "," + identifier(earlier.number()) + "," + time(earlier.sentAt()));
        }
    }

    private static String messageType(AlertAct act, boolean endsAll) {
        return switch (act) {
            case ISSUE -> "Alert";
            case CORRECT -> "Update";
            case RETRACT -> "Cancel";
            case LIFT -> endsAll ? "Cancel" : "Update";
        };
    }

    private void info(XMLStreamWriter xml, Sheet sheet, Language language) throws XMLStreamException {
        var alert = sheet.outgoing().alert();
        AlertText.Said said = sheet.outgoing().text().in(language);
        xml.writeStartElement("info");
        element(xml, "language", language == Language.EASY ? "ja-x-easy" : language == Language.JA ? "ja-JP" : "en");
        element(xml, "category", category(alert.content().kind()));
        element(xml, "event", said.title());
        element(
                xml,
                "responseType",
                response(alert.act(), alert.content().kind(), alert.content().level()));
        boolean over = alert.act() == AlertAct.LIFT || alert.act() == AlertAct.RETRACT;
        element(xml, "urgency", over ? "Past" : urgency(alert.content().level()));
        element(xml, "severity", over ? "Minor" : severity(alert.content().level()));
        element(xml, "certainty", over ? "Unlikely" : "Likely");
        element(xml, "effective", time(sheet.sentAt()));
        if (alert.content().until().isPresent()) {
            element(xml, "expires", time(alert.content().until().get()));
        }
        element(xml, "senderName", said.first());
        element(xml, "headline", said.marked());
        element(xml, "description", said.whole());
        if (!said.link().isEmpty()) {
            element(xml, "web", said.link());
        }
        parameter(xml, "textHash", sheet.outgoing().text().hash());
        parameter(xml, "warningLevel", Integer.toString(alert.content().level()));
        xml.writeStartElement("area");
        element(
                xml,
                "areaDesc",
                town.name() + " " + templates.places().say(alert.content().districts(), language));
        xml.writeStartElement("geocode");
        element(xml, "valueName", "JIS X 0402");
        element(xml, "value", town.code().substring(0, 5));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void parameter(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement("parameter");
        element(xml, "valueName", name);
        element(xml, "value", value);
        xml.writeEndElement();
    }

    private static String category(AlertKind kind) {
        return switch (kind) {
            case EVACUATION, SHELTER, NOTICE -> "Safety";
            case WEATHER -> "Met";
            case WORKS -> "Infra";
            case FIRE -> "Fire";
            case MISSING -> "Rescue";
            case NATIONAL -> "Security";
        };
    }

    private static String response(AlertAct act, AlertKind kind, int level) {
        if (act == AlertAct.LIFT || act == AlertAct.RETRACT) {
            return "AllClear";
        }
        return switch (kind) {
            case EVACUATION -> level == 5 ? "Shelter" : level == 4 ? "Evacuate" : "Prepare";
            case WEATHER, FIRE, NATIONAL -> "Monitor";
            case WORKS -> "Avoid";
            case SHELTER, MISSING, NOTICE -> "None";
        };
    }

    private static String urgency(int level) {
        return level >= 4 ? "Immediate" : level == 3 ? "Expected" : "Unknown";
    }

    private static String severity(int level) {
        return switch (level) {
            case 5 -> "Extreme";
            case 4 -> "Severe";
            case 3 -> "Moderate";
            case 1, 2 -> "Minor";
            default -> "Unknown";
        };
    }

    private String identifier(String number) {
        return town.code() + "." + number;
    }

    private String sender() {
        return town.mailFrom();
    }

    private static String time(Instant instant) {
        return TIME.format(OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), BusinessCalendar.TOKYO));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
