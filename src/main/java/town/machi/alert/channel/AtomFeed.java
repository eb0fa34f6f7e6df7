package town.machi.alert.channel;

import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Language;
import town.machi.platform.Town;

/// What was sent, as a feed (RFC 4287), the newest first; each entry leads to its CAP file.
@Component
public class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final Town town;

    AtomFeed(Town town) {
        this.town = town;
    }

    public record Entry(Outgoing outgoing, Instant sentAt) {}

    /// @param entries the newest first
    public String write(List<Entry> entries) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "id", town.baseUri() + "/alerts/feed.xml");
            element(xml, "title", town.name() + " 災害情報・お知らせ");
            element(
                    xml,
                    "updated",
                    time(entries.isEmpty() ? Instant.EPOCH : entries.getFirst().sentAt()));
            link(xml, "self", "application/atom+xml", town.baseUri() + "/alerts/feed.xml");
            for (Entry entry : entries) {
                entry(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        var said = entry.outgoing().text().in(Language.JA);
        String page = town.baseUri() + "/alerts/" + entry.outgoing().alert().number();
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + entry.outgoing().alert().id());
        element(xml, "title", said.marked());
        element(xml, "updated", time(entry.sentAt()));
        xml.writeStartElement("author");
        element(xml, "name", said.first());
        xml.writeEndElement();
        link(xml, "alternate", "text/html", page);
        link(xml, "related", "application/cap+xml", page + "/cap.xml");
        element(xml, "summary", said.whole());
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.ofInstant(instant, BusinessCalendar.TOKYO).withNano(0));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
