package town.machi.document.pdf;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/// The tree of what is said, beside the pages of what is seen. Elements are made when their first mark is printed, so
/// that the order of reading is the order of printing.
final class Structure {

    private static final PdfName ARTIFACT = new PdfName("Artifact");

    private final PdfStructureElement root;
    private final Map<Tag, PdfStructureElement> elements = new IdentityHashMap<>();
    private @Nullable Tag open;

    Structure(PdfWriter writer) {
        root = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
        root.put(PdfName.LANG, new PdfString("ja-JP"));
    }

    /// Everything printed from now on belongs to `tag`.
    void enter(PdfContentByte page, Tag tag) {
        if (open == tag) {
            return;
        }
        leave(page);
        if (tag == Tag.ARTIFACT) {
            page.beginMarkedContentSequence(ARTIFACT);
        } else {
            page.beginMarkedContentSequence(element(tag));
        }
        open = tag;
    }

    /// At the end of a page nothing may stay open.
    void leave(PdfContentByte page) {
        if (open != null) {
            page.endMarkedContentSequence();
            open = null;
        }
    }

    private PdfStructureElement element(Tag tag) {
        PdfStructureElement known = elements.get(tag);
        if (known != null) {
            return known;
        }
        PdfStructureElement parent = tag.parent == null ? root : element(tag.parent);
        PdfStructureElement made = new PdfStructureElement(parent, new PdfName(tag.type));
        if (tag.alternative != null) {
            made.put(new PdfName("Alt"), new PdfString(tag.alternative, PdfObject.TEXT_UNICODE));
        }
        if (tag.scope != null) {
            PdfDictionary attributes = new PdfDictionary();
            attributes.put(PdfName.O, PdfName.TABLE);
            attributes.put(new PdfName("Scope"), new PdfName(tag.scope));
            made.put(PdfName.A, attributes);
        }
        elements.put(tag, made);
        return made;
    }
}
