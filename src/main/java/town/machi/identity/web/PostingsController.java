package town.machi.identity.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import town.machi.identity.posting.Posting;
import town.machi.identity.posting.PostingCheck;
import town.machi.identity.posting.PostingFile;
import town.machi.identity.posting.PostingLine;
import town.machi.identity.posting.Postings;
import town.machi.kernel.Actor;
import town.machi.kernel.Reading;
import town.machi.kernel.Role;
import town.machi.kernel.Wareki;
import town.machi.platform.Ids;
import town.machi.platform.Town;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.component.Chip;

/// 異動 for administrators: a file is looked at, then planned for its day.
@Controller
@RequestMapping("/office/staff/transfers")
class PostingsController {

    private final Postings postings;
    private final SectionNames sections;
    private final Town town;
    private final CurrentActor current;
    private final Ids ids;

    PostingsController(Postings postings, SectionNames sections, Town town, CurrentActor current, Ids ids) {
        this.postings = postings;
        this.sections = sections;
        this.town = town;
        this.current = current;
        this.ids = ids;
    }

    @GetMapping
    Reply list(@RequestParam(defaultValue = "") String done) {
        String sentence = switch (done) {
            case "planned" -> "異動を予約しました。発令日に、課・役割・職が変わります。";
            case "done" -> "異動を行いました。";
            case "cancelled" -> "異動を取りやめました。";
            default -> null;
        };
        return page(null, List.of(), "", sentence, null);
    }

    /// @param day 発令日, as typed
    @PostMapping
    Reply look(@Nullable MultipartFile file, @RequestParam(defaultValue = "") String day, @RequestParam UUID onceId)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return page(null, List.of(), day, null, "CSVファイルを選んでください。");
        }
        if (!(Wareki.parse(day) instanceof Reading.Read<LocalDate>(LocalDate effective))) {
            return page(null, List.of(), day, null, "発令日を読めません。例: 令和9年4月1日、2027-04-01");
        }
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("transfers.csv");
        PostingCheck.Plan plan = postings.look(new Postings.Upload(onceId, effective, name, file.getBytes()), me());
        return plan.isSound()
                ? page(looked(onceId, effective, plan.lines()), List.of(), day, null, null)
                : page(null, plan.faults(), day, null, null);
    }

    @PostMapping("/{id}/plan")
    Reply plan(@PathVariable UUID id) {
        Optional<Posting> planned = postings.plan(id, me());
        boolean done = postings.list().stream()
                .anyMatch(order -> order.id().equals(id) && order.state() == Posting.State.DONE);
        return planned.isEmpty() && !done
                ? page(null, List.of(), "", null, "このファイルはもう予約したか、ありません。下の一覧を確かめてください。")
                : new Redirect("/office/staff/transfers?done=" + (done ? "done" : "planned"));
    }

    @PostMapping("/{id}/cancel")
    Reply cancel(@PathVariable UUID id) {
        return postings.cancel(id, me())
                ? new Redirect("/office/staff/transfers?done=cancelled")
                : page(null, List.of(), "", null, "もう行われたか、取りやめた異動です。");
    }

    private PostingsPage page(
            PostingsPage.@Nullable Looked looked,
            List<PostingFile.Fault> faults,
            String day,
            @Nullable String done,
            @Nullable String wrong) {
        return new PostingsPage(
                postings.list().stream().map(this::order).toList(), looked, faults, day, done, wrong, ids.next());
    }

    private PostingsPage.Order order(Posting order) {
        Chip.Tone tone = switch (order.state()) {
            case LOOKED, PLANNED -> Chip.Tone.WAITING;
            case DONE -> Chip.Tone.DONE;
            case CANCELLED -> Chip.Tone.STOPPED;
        };
        return new PostingsPage.Order(
                order.id().toString(),
                Wareki.format(order.effective()),
                order.file(),
                counted(order.lines()),
                new Chip(tone, order.state().label()),
                order.state() == Posting.State.PLANNED);
    }

    private PostingsPage.Looked looked(UUID id, LocalDate day, List<PostingLine> lines) {
        return new PostingsPage.Looked(
                id.toString(),
                Wareki.format(day),
                counted(lines),
                lines.stream().map(this::line).toList());
    }

    private PostingsPage.Line line(PostingLine line) {
        return new PostingsPage.Line(
                line.line(),
                line.kind().label(),
                line.name(),
                String.join("、", sections.of(line.sections())),
                line.roles().stream().sorted().map(Role::label).collect(Collectors.joining("・")),
                line.seats().stream().map(town::nameOf).sorted().collect(Collectors.joining("、")));
    }

    /// 異動 38 件、採用 2 件
    private static String counted(List<PostingLine> lines) {
        return Arrays.stream(PostingLine.Kind.values())
                .filter(kind -> lines.stream().anyMatch(line -> line.kind() == kind))
                .map(kind -> kind.label() + " "
                        + lines.stream().filter(line -> line.kind() == kind).count() + "件")
                .collect(Collectors.joining("、"));
    }

    private Actor.Staff me() {
        return Actor.requireStaff(current.get());
    }
}
