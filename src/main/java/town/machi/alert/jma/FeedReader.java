package town.machi.alert.jma;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The addresses of telegrams in an Atom feed (RFC 4287), the oldest first, as they must be taken.
final class FeedReader {

    private FeedReader() {}

    /// @param base where the feed came from; an address elsewhere is left out
    static List<URI> links(URI base, byte[] atom) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(atom));
        List<URI> links = new ArrayList<>();
        boolean inEntry = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("entry")) {
                inEntry = true;
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("entry")) {
                inEntry = false;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && inEntry
                    && xml.getLocalName().equals("link")) {
                add(base, xml.getAttributeValue(null, "href"), links);
            }
        }
        return links.reversed();
    }

    private static void add(URI base, @org.jspecify.annotations.Nullable String href, List<URI> links) {
        if (href == null) {
            return;
        }
        try {
            URI link = base.resolve(href);
            boolean same = String.valueOf(base.getHost()).equals(link.getHost())
                    && base.getPort() == link.getPort()
                    && String.valueOf(base.getScheme()).equals(link.getScheme());
            if (same && !links.contains(link)) {
                links.add(link);
            }
        } catch (IllegalArgumentException e) {
            // no address: nothing to fetch
        }
    }
}
