package town.machi.shelter.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Kana;
import town.machi.shell.Download;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.Shelters;
import town.machi.shelter.list.CsvTable;
import town.machi.shelter.list.ListPlan;
import town.machi.shelter.list.Places;
import town.machi.shelter.list.ShelterList;

/// The register of places: which are the main ones, the list in and out.
@Controller
@RequestMapping("/office/shelters/places")
class PlacesController {

    private static final String HERE = "/office/shelters/places";

    private final Shelters shelters;
    private final Places places;
    private final ShelterList list;
    private final AuditTrail audit;
    private final Headquarters headquarters;

    PlacesController(Shelters shelters, Places places, ShelterList list, AuditTrail audit, Headquarters headquarters) {
        this.shelters = shelters;
        this.places = places;
        this.list = list;
        this.audit = audit;
        this.headquarters = headquarters;
    }

    /// @param q what is looked for in name, reading and address
    @GetMapping
    Reply show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String refused) {
        headquarters.staff();
        List<Shelter> found = shelters.list().stream()
                .filter(shelter -> isMeant(shelter, Kana.searchKey(q)))
                .toList();
        String words = URLEncoder.encode(q, StandardCharsets.UTF_8);
        var paging = Paging.of(found, page, HERE + "?q=" + words + "&page=");
        return new PlacesPage(
                OverviewPage.Notice.of(done, refused),
                q,
                paging.rows().stream().map(PlacesPage.Row::of).toList(),
                paging.pager());
    }

    private static boolean isMeant(Shelter shelter, String key) {
        return Stream.of(
                        shelter.name(),
                        shelter.where().kana(),
                        shelter.where().address(),
                        shelter.house().building())
                .anyMatch(text -> Kana.searchKey(text).contains(key));
    }

    @PostMapping("/{id}/main")
    Reply main(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "no") String main,
            @RequestParam(defaultValue = "") String q) {
        places.mark(new ShelterId(id), main.equals("yes"), headquarters.staff());
        return new Redirect(HERE + "?done=noted&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "#" + id);
    }

    @GetMapping("/shelters.{ending:csv|xlsx}")
    ResponseEntity<byte[]> export(@PathVariable String ending, @RequestParam(defaultValue = "false") boolean national) {
        Actor.Staff staff = headquarters.staff();
        audit.record(AuditEntry.done(staff, AuditAction.EXPORT, "shelter.list:-", "shelters." + ending));
        String name = national ? "指定緊急避難場所一覧" : "避難所一覧";
        return new Download(name, name, list.header(national), list.rows(national)).as(ending);
    }

    @GetMapping({"/import", "/take"})
    Reply anew() {
        return new Redirect(HERE + "#import");
    }

    /// The dry run: what the list would change, and every fault.
    @PostMapping("/import")
    Reply dryRun(@RequestParam MultipartFile file) throws IOException {
        headquarters.staff();
        Optional<String> csv = CsvTable.decode(file.getBytes());
        return csv.<Reply>map(text -> new PlacesImportPage(text, list.plan(text), false))
                .orElseGet(() -> new Redirect(HERE + "?refused=list#import"));
    }

    /// @param same the town's places that staff take for those of the list
    /// @param asked those about which they were asked; with others since then they are asked again
    @PostMapping("/take")
    Reply take(
            @RequestParam String csv,
            @RequestParam(defaultValue = "") Set<UUID> same,
            @RequestParam(defaultValue = "") Set<UUID> asked) {
        Actor.Staff staff = headquarters.staff();
        ListPlan seen = list.plan(csv);
        if (!asked.containsAll(PlacesImportPage.asked(seen))) {
            return new PlacesImportPage(csv, seen, true);
        }
        ListPlan plan = list.take(csv, same.stream().map(ShelterId::new).collect(Collectors.toSet()), staff);
        return plan.isSound() ? new Redirect(HERE + "?done=list") : new PlacesImportPage(csv, plan, false);
    }
}
