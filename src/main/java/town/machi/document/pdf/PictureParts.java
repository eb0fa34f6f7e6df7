package town.machi.document.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.List;
import java.util.Map;
import town.machi.document.pdf.Flow.Style;

/// Photos beside each other, and the square code of an issued document.
final class PictureParts {

    private static final Style CAPTION = new Style(Flow.SMALL, Flow.SMALL * 1.6f, 0.2f);
    private static final Style WORDS = new Style(Flow.SMALL, Flow.SMALL * 1.65f, 0.15f);
    private static final Style CODE = Style.of(11, 1.7f);
    private static final float GAP = Sheet.mm(6);
    private static final float WIDTH = (Sheet.MEASURE - GAP) / 2;
    private static final float HEIGHT = Sheet.mm(62);
    private static final float SQUARE = Sheet.mm(24);

    private final Flow flow;

    PictureParts(Flow flow) {
        this.flow = flow;
    }

    void pictures(Block.Pictures part) {
        List<Block.Picture> all = part.pictures();
        for (int i = 0; i < all.size(); i += 2) {
            pair(i == 0 ? part.heading() : "", all.subList(i, Math.min(i + 2, all.size())));
        }
    }

    private void pair(String heading, List<Block.Picture> pair) {
        List<List<Line>> captions = pair.stream()
                .map(picture -> flow.lines(picture.caption(), WIDTH, CAPTION.size()))
                .toList();
        int deepest = captions.stream().mapToInt(List::size).max().orElse(1);
        flow.need(HEIGHT + deepest * CAPTION.leading() + 12 + (heading.isEmpty() ? 0 : 28));
        if (!heading.isEmpty()) {
            new LetterParts(flow).heading(heading);
        }
        for (int i = 0; i < pair.size(); i++) {
            float x = Sheet.LEFT + i * (WIDTH + GAP);
            photo(pair.get(i), x);
            Tag tag = Tag.top("Caption");
            for (int at = 0; at < captions.get(i).size(); at++) {
                float y = flow.y() + HEIGHT + 3 + at * CAPTION.leading();
                flow.text(captions.get(i).get(at), x, y, CAPTION, tag);
            }
        }
        flow.down(HEIGHT + deepest * CAPTION.leading() + 14);
    }

    private void photo(Block.Picture picture, float x) {
        switch (PhotoReader.read(picture.source())) {
            case PhotoReader.Readable image -> {
                float share = Math.min(WIDTH / image.width(), HEIGHT / image.height());
                float width = image.width() * share;
                float height = image.height() * share;
                Tag tag = Tag.figure(picture.caption());
                flow.mark(new Mark.Photo(tag, x, flow.y() + HEIGHT - height, width, height, image.bytes()));
            }
            case PhotoReader.Unreadable ignored -> {
                flow.mark(new Mark.Fill(x, flow.y(), WIDTH, HEIGHT, 0.95f));
                float y = flow.y() + HEIGHT / 2 - CAPTION.leading();
                Tag tag = Tag.top("P");
                for (Line line : flow.lines("この画像は紙面に載せられません。\n元のファイルをご覧ください。", WIDTH, CAPTION.size())) {
                    flow.text(line, x + (WIDTH - line.widthAt(CAPTION.size())) / 2, y, CAPTION, tag);
                    y += CAPTION.leading();
                }
            }
        }
    }

    /// At the left the square code, beside it the words, the address and the code to type.
    void proof(Block.Proof part) {
        float x = Sheet.LEFT + SQUARE + Sheet.mm(5);
        float width = Sheet.RIGHT - x;
        List<Line> words = flow.lines(part.words() + "\n" + part.address(), width, WORDS.size());
        float height = Math.max(SQUARE, words.size() * WORDS.leading() + CODE.leading()) + 18;
        flow.need(height);
        flow.down(8);
        flow.mark(new Mark.Rule(Sheet.LEFT, flow.y(), Sheet.RIGHT, flow.y(), 0.4f, 0.65f));
        flow.down(9);
        Tag figure = Tag.figure("確認用の二次元コード。" + part.address());
        flow.mark(new Mark.Squares(figure, Sheet.LEFT, flow.y(), SQUARE, squares(part.address())));
        Tag tag = Tag.top("P");
        float y = flow.y();
        for (Line line : words) {
            flow.text(line, x, y, WORDS, tag);
            y += WORDS.leading();
        }
        Line code = flow.lines("確認番号　" + part.code(), width, CODE.size()).getFirst();
        flow.text(code, x, y, CODE, Tag.top("P"));
        flow.down(height - 17);
    }

    private static BitMatrix squares(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    1,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("the address does not fit into a square code: " + address, tooLong);
        }
    }
}
