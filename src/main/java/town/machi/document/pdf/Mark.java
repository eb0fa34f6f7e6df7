package town.machi.document.pdf;

import com.google.zxing.common.BitMatrix;
import java.util.List;

/// Something that stands at a place on a page. Points (1/72 inch), from the upper left corner.
sealed interface Mark {

    Tag tag();

    /// @param spread additional points after each piece, to fill the line
    /// @param grey 0 black, 1 white
    record Text(Tag tag, float x, float baseline, float size, float spread, float grey, List<Piece> pieces)
            implements Mark {

        float right() {
            float natural = pieces.stream().mapToInt(Piece::width).sum() * size / 1000f;
            return x + natural + spread * Math.max(0, pieces.size() - 1);
        }
    }

    record Rule(float x1, float y1, float x2, float y2, float width, float grey) implements Mark {
        @Override
        public Tag tag() {
            return Tag.ARTIFACT;
        }
    }

    record Fill(float x, float y, float width, float height, float grey) implements Mark {
        @Override
        public Tag tag() {
            return Tag.ARTIFACT;
        }
    }

    /// @param image JPEG or PNG
    record Photo(Tag tag, float x, float y, float width, float height, byte[] image) implements Mark {}

    record Squares(Tag tag, float x, float y, float side, BitMatrix squares) implements Mark {}
}
