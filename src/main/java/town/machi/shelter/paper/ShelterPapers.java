package town.machi.shelter.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Element;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPTable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import town.machi.platform.Town;

/// The shelters' papers as PDF. Empty where this machine has no Japanese type.
///
/// The entry form asks what the forms of 岐阜県 (避難者カード), of the 国民保護 安否情報様式第1号 and the 被災者台帳
/// (災害対策基本法 90条の3) ask, in the order of the desk's screens, so that it is typed in from top to bottom.
@Component
public class ShelterPapers {

    private static final int PEOPLE = 6;
    private static final int LINES = 22;

    private final Town town;
    private final Path fonts;
    private @Nullable BaseFont type;
    private boolean looked;

    ShelterPapers(Town town, @Value("${machi.fonts:}") String fonts) {
        this.town = town;
        this.fonts = Path.of(fonts);
    }

    /// One sheet for each household.
    public Optional<byte[]> entryForm() {
        return type().map(this::entryForm);
    }

    /// Empty lines: one for each person, in and out.
    public Optional<byte[]> roster() {
        return type().map(this::roster);
    }

    /// For the wall of a shelter.
    ///
    /// @param address what the code leads to
    public Optional<byte[]> poster(String shelter, String address) {
        return type().map(font -> Poster.draw(font, town.name(), shelter, address));
    }

    /// A report to send on, or to put before a meeting.
    ///
    /// @param about lines under the title
    public Optional<byte[]> report(String title, List<String> about, List<String> header, List<List<String>> rows) {
        return type().map(font -> ReportPaper.draw(font, title, about, header, rows));
    }

    private synchronized Optional<BaseFont> type() {
        if (!looked) {
            looked = true;
            type = PaperFont.find(fonts).orElse(null);
        }
        return Optional.ofNullable(type);
    }

    private byte[] entryForm(BaseFont font) {
        Sheet sheet = new Sheet(PageSize.A4, "避難所の受付票", font);
        sheet.line("避難所の受付票（一世帯に一枚）", 16, Element.ALIGN_CENTER);
        sheet.line(town.name() + "　分かるところだけ書いてください。書けないところは空けたままでかまいません。", 9, Element.ALIGN_CENTER);
        PdfPTable first = sheet.table(1, 1, 1);
        for (String label : List.of("避難所", "受付番号（受付が書きます）", "入所した日時　　月　　日　　時　　分")) {
            first.addCell(sheet.cell(label, 8, 36));
        }
        sheet.document().add(first);
        people(sheet);
        household(sheet);
        leaving(sheet);
        return sheet.done();
    }

    private static void people(Sheet sheet) {
        PdfPTable table = sheet.table(0.4f, 2.6f, 1.7f, 0.9f, 0.8f, 2.2f, 2.2f, 0.7f);
        sheet.heads(table, List.of("", "フリガナ／氏名", "生年月日（または年齢）", "性別", "続柄", "配慮がいること", "アレルギー・食事・薬・けが", "いる"), 7.5f);
        for (int person = 1; person <= PEOPLE; person++) {
            table.addCell(sheet.cell(Integer.toString(person), 9, 60));
            table.addCell(sheet.cell("フリガナ", 7, 60));
            table.addCell(sheet.cell("年　月　日\n（　　　歳）", 8, 60));
            table.addCell(sheet.cell("男・女\n答えない", 8, 60));
            table.addCell(sheet.cell("", 8, 60));
            table.addCell(sheet.cell("妊産婦・乳幼児・要介護\n車いす・視覚・聴覚\n内部・知的・精神・発達\n難病・日本語", 6.5f, 60));
            table.addCell(sheet.cell("", 8, 60));
            table.addCell(sheet.cell("□", 12, 60));
        }
        sheet.document().add(table);
    }

    private static void household(Sheet sheet) {
        PdfPTable table = sheet.table(1.2f, 3, 1.2f, 3);
        field(sheet, table, "住所", "〒");
        field(sheet, table, "電話", "");
        field(sheet, table, "町内会・行政区", "");
        field(sheet, table, "どこにいますか", "避難所の中・車中泊・テント・在宅・親戚宅・その他");
        field(sheet, table, "家と被害", "持ち家・借家・集合住宅・公営・その他\n全壊・半壊・一部・床上・床下・なし・不明　　住める／住めない");
        field(sheet, table, "ライフライン", "断水・停電・ガス停止");
        field(sheet, table, "車（色・番号）", "");
        field(sheet, table, "ペット", "なし・犬　　匹・猫　　匹・その他");
        field(sheet, table, "話せる言葉", "日本語・その他（　　　　　　）");
        field(sheet, table, "ほかに", "");
        sheet.document().add(table);
        PdfPTable consent = sheet.table(1);
        consent.addCell(sheet.cell(
                "安否の問い合わせがあったとき、答えてよいですか　　□ はい　□ いいえ\n"
                        + "名前を公表してよいですか（全員が同意したときだけ）　　□ はい　□ いいえ\n"
                        + "居場所を知られてはいけない人がいますか　　□ はい（受付で話してください。ほかの人には見せません）",
                9.5f,
                58));
        sheet.document().add(consent);
    }

    private static void field(Sheet sheet, PdfPTable table, String label, String inside) {
        table.addCell(sheet.head(label, 8.5f, 32));
        table.addCell(sheet.cell(inside, 8, 32));
    }

    private static void leaving(Sheet sheet) {
        PdfPTable table = sheet.table(1.2f, 3, 1.2f, 3);
        field(sheet, table, "出た日時", "月　　日　　時　　分");
        field(sheet, table, "行き先", "自宅・ほかの避難所（　　　　　）・病院・その他");
        sheet.document().add(table);
    }

    private byte[] roster(BaseFont font) {
        Sheet sheet = new Sheet(PageSize.A4.rotate(), "避難者名簿", font);
        sheet.line("避難者名簿　　避難所（　　　　　　　　　　　　　　　）　　　　枚目", 14);
        sheet.line(town.name() + "　人数だけのときは、名前のところに「5人」のように書いてください。あとで受付の端末に、書いた時刻のまま入れます。", 9);
        PdfPTable table = sheet.table(0.5f, 1.4f, 3.2f, 1.4f, 0.8f, 2.6f, 2, 1.4f, 2);
        sheet.heads(
                table, List.of("番号", "来た日時", "フリガナ／氏名（または人数）", "生まれた年・歳", "性別", "住所・電話", "配慮・アレルギー", "出た日時", "行き先"), 8);
        for (int line = 1; line <= LINES; line++) {
            table.addCell(sheet.cell(Integer.toString(line), 8, 20));
            for (int column = 1; column < 9; column++) {
                table.addCell(sheet.cell("", 8, 20));
            }
        }
        sheet.document().add(table);
        return sheet.done();
    }
}
