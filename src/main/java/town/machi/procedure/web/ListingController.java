package town.machi.procedure.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Role;
import town.machi.platform.CsvText;
import town.machi.platform.Ids;
import town.machi.procedure.ListedProcedure;
import town.machi.procedure.ListedProcedure.Online;
import town.machi.procedure.Listings;
import town.machi.procedure.ProcedureProblem;
import town.machi.procedure.listing.ListingFile;
import town.machi.shell.CurrentActor;
import town.machi.shell.Download;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.component.Choice;

/// 手続台帳 for everybody in the office; administrators replace the town's list.
@Controller
class ListingController {

    static final String PATH = "/office/ledger";

    private final Listings listings;
    private final AuditTrail audit;
    private final Ids ids;
    private final CurrentActor current;

    ListingController(Listings listings, AuditTrail audit, Ids ids, CurrentActor current) {
        this.listings = listings;
        this.audit = audit;
        this.ids = ids;
        this.current = current;
    }

    @GetMapping(PATH)
    Reply show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String online,
            @RequestParam(defaultValue = "") String done) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        List<ListedProcedure> all = listings.list();
        List<Choice> states = new ArrayList<>(List.of(new Choice("", "すべて", online.isEmpty())));
        Arrays.stream(Online.values())
                .map(one -> new Choice(one.name(), one.label(), one.name().equals(online)))
                .forEach(states::add);
        return new ListingPage(
                q,
                states,
                found(all, q, online).stream().map(ListingController::row).toList(),
                point(all),
                shares(all),
                UriComponentsBuilder.newInstance()
                        .queryParam("q", "{q}")
                        .queryParam("online", "{online}")
                        .encode()
                        .buildAndExpand(q, online)
                        .toUriString(),
                staff.has(Role.ADMINISTRATOR),
                done.matches("\\d{1,6}") ? done + "件の手続を取り込みました。" : null);
    }

    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String online) {
        Actor.requireStaff(current.get());
        Stream<List<String>> rows = found(listings.list(), q, online).stream()
                .map(ListingController::row)
                .map(row -> row.subList(0, ListingFile.HEADER.size()));
        return new Download("手続台帳", "手続台帳", ListingFile.HEADER, rows).as("csv");
    }

    @GetMapping(PATH + "/import")
    Reply form() {
        requireAdministrator();
        return new ListingImportPage(ids.next(), null, "", List.of());
    }

    /// Looks what a file would do, and changes nothing.
    @PostMapping(PATH + "/import")
    Reply look(@Nullable MultipartFile file) throws IOException {
        requireAdministrator();
        if (file == null || file.isEmpty()) {
            return new ListingImportPage(ids.next(), null, "", List.of("CSVファイルを選んでください。"));
        }
        String csv = CsvText.of(file.getBytes());
        ListingFile.Result read = ListingFile.read(csv);
        return read.faults().isEmpty()
                ? new ListingImportPage(ids.next(), csv, counts(read.rows()), List.of())
                : new ListingImportPage(ids.next(), null, "", read.faults());
    }

    @PostMapping(PATH + "/import/take")
    Reply take(@RequestParam(defaultValue = "") String csv, @RequestParam UUID onceId) {
        ListingFile.Result read = listings.take(csv, onceId, requireAdministrator());
        return read.faults().isEmpty()
                ? new Redirect(PATH + "?done=" + read.rows().size())
                : new ListingImportPage(ids.next(), null, "", read.faults());
    }

    private Actor.Staff requireAdministrator() {
        Actor.Staff staff = Actor.requireStaff(current.get());
        if (!staff.has(Role.ADMINISTRATOR)) {
            audit.record(AuditEntry.refused(staff, "procedure.listing:all", "import", "not-an-administrator"));
            throw new ProblemException(ProcedureProblem.ADMINISTRATORS_ONLY);
        }
        return staff;
    }

    private static List<ListedProcedure> found(List<ListedProcedure> all, String words, String online) {
        String wanted = ListingFile.key(words);
        return all.stream()
                .filter(one -> online.isEmpty() || one.online().name().equals(online))
                .filter(one -> ListingFile.key(one.title() + one.basis() + one.section() + one.note())
                        .contains(wanted))
                .toList();
    }

    private static List<String> row(ListedProcedure one) {
        return List.of(
                one.title(),
                one.basis(),
                one.section(),
                one.yearly().isPresent() ? Integer.toString(one.yearly().getAsInt()) : "",
                one.online().label(),
                one.planned(),
                one.note(),
                one.here() ? "このシステム" : "");
    }

    /// What cannot be online at all is left out of the share.
    private static List<ListingPage.Share> shares(List<ListedProcedure> all) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (ListedProcedure one : all) {
            if (one.online() != Online.NEVER) {
                int[] of = counts.computeIfAbsent(one.section(), _ -> new int[2]);
                of[0] += one.online() == Online.DONE ? 1 : 0;
                of[1]++;
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new ListingPage.Share(
                        entry.getKey(),
                        entry.getValue()[0],
                        entry.getValue()[1],
                        percent(entry.getValue()[0], entry.getValue()[1])))
                .toList();
    }

    private static String point(List<ListedProcedure> all) {
        List<ListedProcedure> possible =
                all.stream().filter(one -> one.online() != Online.NEVER).toList();
        long online =
                possible.stream().filter(one -> one.online() == Online.DONE).count();
        long yearly = sum(possible.stream());
        long yearlyOnline = sum(possible.stream().filter(one -> one.online() == Online.DONE));
        String byCount = yearly == 0 ? "" : "（年間件数で数えると " + percent(yearlyOnline, yearly) + "）";
        return possible.isEmpty()
                ? "オンラインにできる手続は、まだ台帳にありません"
                : "オンラインにできる " + possible.size() + " 手続のうち " + online + "（" + percent(online, possible.size())
                        + "）がオンライン" + byCount;
    }

    private static long sum(Stream<ListedProcedure> procedures) {
        return procedures.mapToLong(one -> one.yearly().orElse(0)).sum();
    }

    private static String percent(long part, long whole) {
        return Math.round(100.0 * part / whole) + "%";
    }

    private static String counts(List<ListedProcedure> rows) {
        return rows.size() + "件（済 " + count(rows, Online.DONE) + "、未 " + count(rows, Online.NOT_YET) + "、対象外 "
                + count(rows, Online.NEVER) + "）";
    }

    private static long count(List<ListedProcedure> rows, Online online) {
        return rows.stream().filter(one -> one.online() == online).count();
    }
}
