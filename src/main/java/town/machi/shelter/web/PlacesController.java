package town.machi.shelter.web;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;
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
import town.machi.kernel.Place;
import town.machi.platform.Town;
import town.machi.shell.Download;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.ShelterId;
import town.machi.shelter.Shelters;
import town.machi.shelter.list.CsvTable;
import town.machi.shelter.list.Places;
import town.machi.shelter.list.ShelterList;

/// The register of places: which are the main ones, one more on the spot, the list in and out.
@Controller
@RequestMapping("/office/shelters/places")
class PlacesController {

    private static final String HERE = "/office/shelters/places";

    private final Shelters shelters;
    private final Places places;
    private final ShelterList list;
    private final Town town;
    private final AuditTrail audit;
    private final Headquarters headquarters;

    PlacesController(
            Shelters shelters,
            Places places,
            ShelterList list,
            Town town,
            AuditTrail audit,
            Headquarters headquarters) {
        this.shelters = shelters;
        this.places = places;
        this.list = list;
        this.town = town;
        this.audit = audit;
        this.headquarters = headquarters;
    }

    @GetMapping
    Reply show(@RequestParam(defaultValue = "") String done, @RequestParam(defaultValue = "") String refused) {
        headquarters.staff();
        return page(OverviewPage.Notice.of(done, refused));
    }

    private PlacesPage page(OverviewPage.Notice notice) {
        return new PlacesPage(
                notice, shelters.list().stream().map(PlacesPage.Row::of).toList(), town.areas(), headquarters.newId());
    }

    @PostMapping("/{id}/main")
    Reply main(@PathVariable UUID id, @RequestParam(defaultValue = "no") String main) {
        places.mark(new ShelterId(id), main.equals("yes"), headquarters.staff());
        return new Redirect(HERE + "?done=noted#" + id);
    }

    /// 自主・臨時避難所, on the spot. A point is good to have; without one it is on no map.
    @PostMapping("/add")
    Reply add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(defaultValue = "") String latitude,
            @RequestParam(defaultValue = "") String longitude,
            @RequestParam UUID onceId) {
        Actor.Staff staff = headquarters.staff();
        String people = folded(capacity);
        if (name.isBlank() || name.strip().length() > 100 || !people.matches("([1-9]\\d{0,4})?")) {
            return new Redirect(HERE + "?refused=place#add");
        }
        Optional<Place> point = point(folded(latitude), folded(longitude));
        if (point.isEmpty() && !(latitude + longitude).isBlank()) {
            return new Redirect(HERE + "?refused=point#add");
        }
        places.add(
                name.strip(),
                address.strip(),
                point.orElse(null),
                people.isEmpty() ? null : Integer.valueOf(people),
                onceId,
                staff);
        return new Redirect(HERE + "?done=noted");
    }

    private Optional<Place> point(String latitude, String longitude) {
        try {
            Place place = new Place(Double.parseDouble(latitude), Double.parseDouble(longitude));
            return town.contains(place) ? Optional.of(place) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/shelters.{ending:csv|xlsx}")
    ResponseEntity<byte[]> export(@PathVariable String ending, @RequestParam(defaultValue = "false") boolean national) {
        Actor.Staff staff = headquarters.staff();
        audit.record(AuditEntry.done(staff, AuditAction.EXPORT, "shelter.list:-", "shelters." + ending));
        String name = national ? "指定緊急避難場所一覧" : "避難所一覧";
        return new Download(name, name, list.header(national), list.rows(national)).as(ending);
    }

    /// The dry run: what the list would change, and every fault.
    @PostMapping("/import")
    Reply dryRun(@RequestParam MultipartFile file) throws IOException {
        headquarters.staff();
        Optional<String> csv = CsvTable.decode(file.getBytes());
        return csv.<Reply>map(text -> new PlacesImportPage(text, list.plan(text)))
                .orElseGet(() -> new Redirect(HERE + "?refused=list#import"));
    }

    @PostMapping("/take")
    Reply take(@RequestParam String csv) {
        ShelterList.Plan plan = list.take(csv, headquarters.staff());
        return plan.isSound() ? new Redirect(HERE + "?done=noted") : new PlacesImportPage(csv, plan);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
