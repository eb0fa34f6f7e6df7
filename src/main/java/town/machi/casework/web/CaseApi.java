package town.machi.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseLine;
import town.machi.casework.CaseList;
import town.machi.casework.Cases;
import town.machi.casework.CaseworkProblem;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;

/// The cases as JSON, for members of staff who are signed in. Times are ISO 8601 with the offset of Japan.
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseApi {

    private final Cases cases;
    private final Context context;
    private final JsonMapper json;

    CaseApi(Cases cases, Context context, JsonMapper json) {
        this.cases = cases;
        this.context = context;
        this.json = json;
    }

    /// @param next cursor of the next page; null: this is the last one
    record Page(
            List<Line> items,
            int numberMatched,
            boolean numberMatchedIsAtLeast,
            @Nullable String next) {}

    record Line(
            String id,
            String receipt,
            String procedure,
            int version,
            String section,
            String name,
            OffsetDateTime receivedAt,
            String state,
            @Nullable String dueOn,
            boolean overdue,
            int revision) {}

    record One(Line summary, String channel, Map<String, String> answers, List<String> openFields) {}

    record Event(
            String id,
            OffsetDateTime at,
            String kind,
            String actor,
            @Nullable String act,
            @Nullable String from,
            @Nullable String to,
            int revision,
            List<String> fields) {}

    /// The filter is the inbox's: `view`, `q`, `from`, `to`, `procedure`, `state`, `sort`; `cursor` goes on.
    @GetMapping
    ResponseEntity<byte[]> list(
            HttpServletRequest request,
            @RequestParam Optional<String> cursor,
            @RequestHeader(name = "If-None-Match", defaultValue = "") String known) {
        InboxQuery query = InboxQuery.of(request::getParameter);
        CaseList list = cases.list(query.filter(), cursor, context.staff());
        List<Line> lines = list.lines().stream().map(this::line).toList();
        return answer(
                new Page(
                        lines,
                        Math.min(list.number(), CaseList.COUNTED),
                        list.isMoreThanCounted(),
                        list.after().orElse(null)),
                known);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> get(
            @PathVariable String id, @RequestHeader(name = "If-None-Match", defaultValue = "") String known) {
        CaseFile file = open(id, "api");
        Map<String, String> answers = new TreeMap<>();
        file.answers().byPath().forEach((path, answer) -> answers.put(path, answer.value()));
        List<String> open = file.state().fieldsOpen().stream().sorted().toList();
        return answer(new One(line(file), file.filing().channel().code(), answers, open), known);
    }

    @GetMapping("/{id}/history")
    ResponseEntity<byte[]> history(
            @PathVariable String id, @RequestHeader(name = "If-None-Match", defaultValue = "") String known) {
        CaseFile file = open(id, "api-history");
        return answer(cases.history(file).stream().map(CaseApi::event).toList(), known);
    }

    private CaseFile open(String id, String what) {
        return cases.find(CaseIds.get(id), context.staff(), what)
                .orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_CASE));
    }

    private ResponseEntity<byte[]> answer(Object body, String known) {
        byte[] bytes = json.writeValueAsBytes(body);
        String tag = "\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
        ResponseEntity.BodyBuilder answer = known.contains(tag)
                ? ResponseEntity.status(304)
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        answer.eTag(tag).cacheControl(CacheControl.noCache().cachePrivate());
        return known.contains(tag) ? answer.build() : answer.body(bytes);
    }

    private Line line(CaseLine line) {
        return new Line(
                line.id().toString(),
                line.receipt().format(),
                line.basis().procedure().value(),
                line.basis().version(),
                line.section().value(),
                line.name(),
                at(line.receivedAt()),
                line.state(),
                line.dueOn().map(Object::toString).orElse(null),
                line.isOverdue(context.today()),
                line.revision());
    }

    private Line line(CaseFile file) {
        return new Line(
                file.id().toString(),
                file.receipt().format(),
                file.basis().procedure().value(),
                file.basis().version(),
                file.section().value(),
                file.name(),
                at(file.filing().receivedAt()),
                file.state().id(),
                file.state().deadline().map(Object::toString).orElse(null),
                file.state().isOverdue(context.today()),
                file.revision());
    }

    private static Event event(CaseEvent event) {
        CaseEvent.Place place = event.place();
        return new Event(
                event.id().toString(),
                at(event.at()),
                event.kind().name(),
                event.actor(),
                place.act(),
                place.fromSection() == null ? place.fromState() : place.fromSection(),
                place.toSection() == null ? place.toState() : place.toSection(),
                event.revision(),
                event.fields().stream().sorted().toList());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(BusinessCalendar.TOKYO).toOffsetDateTime();
    }
}
