package town.machi.casework.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import town.machi.casework.Picture;
import town.machi.casework.desk.Pictures;
import town.machi.shell.Download;
import town.machi.shell.Template;

/// How the work stands, in figures: for whoever works on cases, over their own sections.
@Controller
class PictureController {

    private final Pictures pictures;
    private final Context context;

    PictureController(Pictures pictures, Context context) {
        this.pictures = pictures;
        this.context = context;
    }

    @GetMapping("/office/picture")
    Template show() {
        Picture picture = pictures.draw(context.staff());
        long most = Math.max(
                1,
                picture.months().stream()
                        .mapToLong(Picture.OfMonth::received)
                        .max()
                        .orElse(1));
        return new PicturePage(
                Words.day(picture.from()),
                figures(picture),
                picture.procedures().stream().map(PictureSheets::row).toList(),
                picture.months().stream()
                        .map(month -> new PicturePage.Month(PictureSheets.row(month), month.received(), most))
                        .toList(),
                picture.questions().stream().map(PictureSheets::row).toList());
    }

    @GetMapping("/office/picture/{what:procedures|months|questions}.{ending:csv|xlsx}")
    ResponseEntity<byte[]> sheet(@PathVariable String what, @PathVariable String ending) {
        Picture picture = pictures.draw(context.staff());
        return switch (what) {
            case "months" ->
                sheet("月ごとの件数", PictureSheets.MONTHS, picture.months().stream().map(PictureSheets::row), ending);
            case "questions" ->
                sheet(
                        "直してもらった項目",
                        PictureSheets.QUESTIONS,
                        picture.questions().stream().map(PictureSheets::row),
                        ending);
            default ->
                sheet(
                        "手続ごとの件数",
                        PictureSheets.PROCEDURES,
                        picture.procedures().stream().map(PictureSheets::row),
                        ending);
        };
    }

    private static ResponseEntity<byte[]> sheet(
            String title, List<String> header, Stream<List<String>> rows, String ending) {
        return new Download(title, title, header, rows).as(ending);
    }

    private static List<PicturePage.Figure> figures(Picture picture) {
        String share = PictureSheets.share(picture.online(), picture.received());
        return List.of(
                new PicturePage.Figure("待っている案件", picture.waiting() + "件", "/office/cases?view=section"),
                new PicturePage.Figure("期限切れ", picture.late() + "件", "/office/cases?view=overdue"),
                new PicturePage.Figure(
                        "住民の修正待ち", picture.correcting() + "件", "/office/cases?view=section&state=correcting"),
                new PicturePage.Figure("オンラインの割合", share.isEmpty() ? "—" : share, "#months"));
    }
}
