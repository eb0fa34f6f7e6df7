package town.machi.procedure.web;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Role;
import town.machi.procedure.FolderFaults;
import town.machi.procedure.FolderPublisher;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureProblem;
import town.machi.procedure.ProcedureSource;
import town.machi.procedure.Procedures;
import town.machi.procedure.Publication;
import town.machi.procedure.Published;
import town.machi.shell.CurrentActor;
import town.machi.shell.Reply;

/// Definitions for administrators: what is published, what is wrong in the folder, a place to try.
@Controller
class DefinitionController {

    static final String PATH = "/office/procedures";

    private final Procedures procedures;
    private final FolderFaults folder;
    private final FolderPublisher publisher;
    private final CurrentActor currentActor;
    private final AuditTrail audit;

    DefinitionController(
            Procedures procedures,
            FolderFaults folder,
            FolderPublisher publisher,
            CurrentActor currentActor,
            AuditTrail audit) {
        this.procedures = procedures;
        this.folder = folder;
        this.publisher = publisher;
        this.currentActor = currentActor;
        this.audit = audit;
    }

    @GetMapping(PATH)
    Reply list() {
        requireAdministrator("list");
        return page(null);
    }

    /// The folder as it stands on this node becomes what the town offers. Pressed twice, the second finds nothing new.
    @PostMapping(PATH + "/publish")
    Reply publish() {
        requireAdministrator("publish");
        return page(publisher.publishNow(currentActor.get()).stream()
                .flatMap(result -> words(result).stream())
                .toList());
    }

    private ProceduresPage page(@Nullable List<String> published) {
        return new ProceduresPage(
                procedures.listPublished().stream()
                        .map(DefinitionController::row)
                        .toList(),
                folder.list(),
                published);
    }

    private static Optional<String> words(FolderPublisher.Result result) {
        return switch (result.publication()) {
            case Publication.Done done ->
                Optional.of("%s（第%d版）"
                        .formatted(
                                done.published().definition().title().ja(),
                                done.published().version()));
            case Publication.Unchanged _, Publication.Refused _ -> Optional.empty();
        };
    }

    private static ProceduresPage.Row row(Published published) {
        return new ProceduresPage.Row(
                published.name().value(),
                published.definition().title().ja(),
                published.definition().nature().label(),
                Integer.toString(published.version()),
                published.hash().substring(0, 12),
                published.at());
    }

    /// @throws ProblemException [ProcedureProblem#UNKNOWN]
    @GetMapping(PATH + "/{name:[a-z][a-z0-9-]+}/versions/{version:[0-9]{1,6}}")
    Reply source(@PathVariable String name, @PathVariable int version) {
        requireAdministrator("source");
        if (name.length() > 60) {
            throw new ProblemException(ProcedureProblem.UNKNOWN, name);
        }
        Published published = procedures.getVersion(new ProcedureName(name), version);
        return new ProcedureSourcePage(
                name,
                published.definition().title().ja(),
                Integer.toString(version),
                published.hash(),
                published.source().files().entrySet().stream()
                        .map(file -> new ProcedureSourcePage.File(
                                file.getKey(), file.getValue().lines().toList()))
                        .toList());
    }

    @GetMapping(PATH + "/check")
    Reply check() {
        requireAdministrator("check");
        return new ProcedureCheckPage("", false, List.of());
    }

    @PostMapping(PATH + "/check")
    Reply check(@RequestParam(defaultValue = "") String yaml) {
        requireAdministrator("check");
        TreeMap<String, String> files = new TreeMap<>();
        files.put(ProcedureSource.MAIN, yaml);
        files.put(ProcedureSource.VOCABULARY, folder.vocabulary());
        return new ProcedureCheckPage(yaml, true, procedures.check(new ProcedureSource(files)));
    }

    private void requireAdministrator(String what) {
        Actor.Staff staff = Actor.requireStaff(currentActor.get());
        if (!staff.has(Role.ADMINISTRATOR)) {
            audit.record(AuditEntry.refused(staff, "procedure.definition:all", what, "not-an-administrator"));
            throw new ProblemException(ProcedureProblem.ADMINISTRATORS_ONLY);
        }
    }
}
