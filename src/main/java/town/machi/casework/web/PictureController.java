package town.machi.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import town.machi.casework.Picture;
import town.machi.casework.PictureFilter;
import town.machi.casework.desk.Access;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.desk.Pictures;
import town.machi.kernel.Actor;
import town.machi.kernel.SectionId;
import town.machi.platform.Town;
import town.machi.shell.Download;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;

/// How the work stands, in figures: for whoever works on cases, over their own sections.
@Controller
class PictureController {

    private final Pictures pictures;
    private final CaseDefinitions definitions;
    private final Town town;
    private final Context context;

    PictureController(Pictures pictures, CaseDefinitions definitions, Town town, Context context) {
        this.pictures = pictures;
        this.definitions = definitions;
        this.town = town;
        this.context = context;
    }

    @GetMapping("/office/picture")
    Template show(HttpServletRequest request) {
        Actor.Staff staff = context.staff();
        PictureQuery query = PictureQuery.of(request::getParameter, pictures.thisMonth());
        PictureSheets sheets = sheets(query, staff);
        Picture picture = sheets.picture();
        PictureParts parts = new PictureParts(picture, sheets);
        boolean empty = picture.procedures().isEmpty() && query.procedure().isEmpty();
        return new PicturePage(
                filters(query, staff),
                of(query, sheets.listed()),
                empty,
                query.turned() ? "月の順が逆でしたので、入れ替えて数えました。" : null,
                parts.figures(),
                empty ? List.of() : parts.all());
    }

    @GetMapping("/office/picture/{what:waiting|months|procedures|sections|questions}.{ending:csv|xlsx}")
    ResponseEntity<byte[]> sheet(@PathVariable String what, @PathVariable String ending, HttpServletRequest request) {
        PictureQuery query = PictureQuery.of(request::getParameter, pictures.thisMonth());
        PicturePage.Sheet sheet = sheets(query, context.staff()).all().stream()
                .filter(one -> one.name().equals(what))
                .findFirst()
                .orElseThrow();
        return new Download(sheet.title(), sheet.title(), sheet.head(), sheet.texts().stream()).as(ending);
    }

    private PictureSheets sheets(PictureQuery query, Actor.Staff staff) {
        Set<SectionId> seen = pictures.sections(staff);
        Picture picture = pictures.draw(query.filter(seen), staff);
        return new PictureSheets(
                picture,
                query,
                town,
                Access.sections(staff).containsAll(picture.of().sections()));
    }

    private String of(PictureQuery query, boolean own) {
        String sections = query.section().isEmpty()
                ? (own ? "あなたの課" : "すべての課")
                : Words.section(town, new SectionId(query.section()));
        return "%sの案件です。件数は %s から %s までのもの、待っている件数は今のすべてです。お名前などは含みません。"
                .formatted(sections, Words.month(query.from()), Words.month(query.to()));
    }

    private PicturePage.Filters filters(PictureQuery query, Actor.Staff staff) {
        Set<SectionId> seen = pictures.sections(staff);
        List<Choice> sections = town.sections().stream()
                .filter(section -> seen.contains(section.id()))
                .map(section -> choice(section.id().value(), section.name(), query.section()))
                .toList();
        List<Choice> procedures = definitions.list().stream()
                .map(basis -> choice(
                        basis.procedure().value(),
                        definitions.get(basis).title().ja(),
                        query.procedure()))
                .distinct()
                .toList();
        return new PicturePage.Filters(
                query.query(),
                sections.size() < 2 ? List.of() : all("すべての課", query.section(), sections),
                all("すべての手続", query.procedure(), procedures),
                months(query.from()),
                months(query.to()));
    }

    private List<Choice> months(YearMonth chosen) {
        YearMonth now = pictures.thisMonth();
        return Stream.iterate(now, month -> month.minusMonths(1))
                .limit(PictureFilter.MOST_MONTHS)
                .map(month -> choice(month.toString(), Words.month(month), chosen.toString()))
                .toList();
    }

    private static List<Choice> all(String none, String chosen, List<Choice> choices) {
        List<Choice> all = new ArrayList<>(List.of(choice("", none, chosen)));
        all.addAll(choices);
        return all;
    }

    private static Choice choice(String value, String label, String chosen) {
        return new Choice(value, label, value.equals(chosen));
    }
}
