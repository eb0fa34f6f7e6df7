package town.machi.shelter.paper;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;

/// The poster for the wall: what to do, in three languages, and the code to scan.
final class Poster {

    private static final float CODE = 300;

    private Poster() {}

    static byte[] draw(BaseFont type, String town, String shelter, String address) {
        Sheet sheet = new Sheet(PageSize.A4, shelter + " 受付の案内", type);
        sheet.line(shelter, 30, Element.ALIGN_CENTER);
        sheet.line("着いた人は、まず受付へ", 24, Element.ALIGN_CENTER);
        sheet.line("混んでいるときは、このQRをスマホで読んで名前を書き、", 15, Element.ALIGN_CENTER);
        sheet.line("出てきた番号を受付に見せてください。", 15, Element.ALIGN_CENTER);
        sheet.document().add(code(sheet, address));
        sheet.line("受付の人が確かめるまで、受付は終わっていません。", 13, Element.ALIGN_CENTER);
        sheet.line("世帯のQRがある人は、受付に見せるだけで済みます。", 13, Element.ALIGN_CENTER);
        sheet.line("スマホがない人は、そのまま受付へどうぞ。", 13, Element.ALIGN_CENTER);
        sheet.line("やさしい日本語: スマホで 読んで、名前を 書いて、番号を 受付の 人に 見せて ください。", 12, Element.ALIGN_CENTER);
        sheet.line("English: Scan, write your names, show the number at the desk.", 13, Element.ALIGN_CENTER);
        sheet.line(address, 10, Element.ALIGN_CENTER);
        sheet.line(town, 12, Element.ALIGN_CENTER);
        return sheet.done();
    }

    private static Image code(Sheet sheet, String address) {
        BitMatrix squares = QrPicture.squares(address, ErrorCorrectionLevel.Q);
        PdfContentByte canvas = sheet.canvas();
        PdfTemplate picture = canvas.createTemplate(CODE, CODE);
        float one = CODE / squares.getWidth();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    picture.rectangle(x * one, CODE - (y + 1) * one, one, one);
                }
            }
        }
        picture.fill();
        Image image = Image.getInstance(picture);
        image.setAlignment(Element.ALIGN_CENTER);
        return image;
    }
}
