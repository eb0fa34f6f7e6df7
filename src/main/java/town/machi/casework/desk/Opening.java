package town.machi.casework.desk;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Workflow;
import town.machi.casework.jdbc.CaseLinkRows;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.SearchWords;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;
import town.machi.procedure.Definition;
import town.machi.submission.Filed;

/// Opens a case from its package, and from nothing else. Part of the act of filing: the same transaction.
@Component
public class Opening {

    private final CaseRows rows;
    private final SearchWords search;
    private final CaseLinkRows links;
    private final CaseDefinitions definitions;
    private final Reporting reporting;
    private final Ids ids;

    Opening(
            CaseRows rows,
            SearchWords search,
            CaseLinkRows links,
            CaseDefinitions definitions,
            Reporting reporting,
            Ids ids) {
        this.rows = rows;
        this.search = search;
        this.links = links;
        this.definitions = definitions;
        this.reporting = reporting;
        this.ids = ids;
    }

    /// A package that comes twice opens one case.
    @EventListener
    @Transactional
    public void open(Filed.New filed) {
        CaseFile.Basis basis = new CaseFile.Basis(filed.procedure(), filed.version(), filed.definitionHash());
        Definition definition = definitions.keep(basis, filed.source());
        Applicant applicant = Applicant.in(definition, filed.answers());
        CaseFile file = file(filed, basis, definition, applicant);
        if (!rows.insert(file, applicant.sortKey())) {
            return;
        }
        search.insert(file.id(), applicant.words());
        String by = actor(filed).kind() + ":" + actor(filed).id();
        filed.linked().forEach(other -> links.insert(filed.submission(), other, by, filed.at()));
        reporting.opened(file, actor(filed));
    }

    private CaseFile file(Filed.New filed, CaseFile.Basis basis, Definition definition, Applicant applicant) {
        Workflow workflow = definitions.workflow(basis);
        LocalDate countsFrom = workflow.calendar().countFrom(filed.at());
        CaseFile.Filing filing = new CaseFile.Filing(
                filed.submission(),
                filed.receipt(),
                filed.sequence(),
                filed.at(),
                countsFrom,
                filed.channel(),
                filed.typist(),
                filed.language(),
                filed.mail());
        return new CaseFile(
                new CaseId(ids.next()),
                basis,
                filing,
                definition.section(),
                workflow.open(filed.at(), countsFrom),
                Optional.empty(),
                applicant.name(),
                filed.answers(),
                filed.files());
    }

    private static Actor actor(Filed.New filed) {
        return new Actor.Resident(filed.submission().toString());
    }
}
