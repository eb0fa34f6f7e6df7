package town.machi.document.pdf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sets text in the faces at hand. One for each document; remembers what it could not set as typed.
final class Compositor {

    private final FontShelf shelf;
    private final List<Face> faces = new ArrayList<>();
    private final Set<Shortfall> shortfalls = new LinkedHashSet<>();
    private int opened;

    Compositor(FontShelf shelf) {
        this.shelf = shelf;
        if (findFace(0) == null) {
            throw new IllegalStateException(FontShelf.advice());
        }
    }

    /// One paragraph: line ends and tabs count as spaces.
    List<Piece> set(String text) {
        List<Piece> pieces = new ArrayList<>(text.length());
        for (Cluster cluster : Cluster.of(text)) {
            pieces.add(set(cluster));
        }
        return pieces;
    }

    List<Shortfall> shortfalls() {
        return List.copyOf(shortfalls);
    }

    private Piece set(Cluster cluster) {
        if (isBlank(cluster.base())) {
            return piece(new Cluster(" ", ' ', 0), faces.getFirst(), " ");
        }
        Face usual = null;
        for (int i = 0; ; i++) {
            Face face = findFace(i);
            if (face == null) {
                return usual == null ? inWords(cluster) : usualShape(cluster, usual);
            }
            if (face.draws(cluster)) {
                String bare = Character.toString(cluster.base());
                return piece(cluster, face, face.remembers(cluster) ? cluster.drawn() : bare);
            }
            if (usual == null && face.hasGlyph(cluster.base())) {
                usual = face;
            }
        }
    }

    /// Fonts are opened only when those before them lack a letter; what is open stays so until the document is done.
    private @Nullable Face findFace(int index) {
        while (index >= faces.size() && opened < shelf.size()) {
            shelf.face(opened++).ifPresent(faces::add);
        }
        return index < faces.size() ? faces.get(index) : null;
    }

    private Piece usualShape(Cluster cluster, Face face) {
        shortfalls.add(new Shortfall.UsualShape(Character.toString(cluster.base()), cluster.codePoints()));
        return piece(cluster, face, Character.toString(cluster.base()));
    }

    private Piece inWords(Cluster cluster) {
        shortfalls.add(new Shortfall.Missing(cluster.codePoints()));
        String words = "[" + cluster.codePoints() + "]";
        Face face = faces.getFirst();
        int width = words.codePoints().map(face.font()::getWidth).sum();
        return new Piece(words, words, face, width, cluster.base());
    }

    private static Piece piece(Cluster cluster, Face face, String drawn) {
        return new Piece(
                drawn,
                cluster.isIdeographicVariant() ? cluster.text() : drawn,
                face,
                face.width(cluster),
                cluster.base());
    }

    private static boolean isBlank(int point) {
        return point == '\t' || point == '\n' || point == '\r' || point == 0xA0;
    }
}
