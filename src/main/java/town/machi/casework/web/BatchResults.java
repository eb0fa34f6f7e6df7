package town.machi.casework.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Workflow;
import town.machi.casework.desk.Batch;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.jdbc.CaseRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.procedure.Definition;
import town.machi.shell.Messages;

/// Says what became of an act on many cases.
@Component
class BatchResults {

    private final CaseRows cases;
    private final CaseDefinitions definitions;
    private final Messages messages;

    BatchResults(CaseRows cases, CaseDefinitions definitions, Messages messages) {
        this.cases = cases;
        this.definitions = definitions;
        this.messages = messages;
    }

    BatchResultPage page(List<Batch.Result> results, String query, Actor.Staff staff) {
        List<BatchResultPage.Line> done = new ArrayList<>();
        List<BatchResultPage.Line> undone = new ArrayList<>();
        for (Batch.Result result : results) {
            switch (result.outcome()) {
                case ActOutcome.Done(CaseEvent event) -> done.add(line(result.id(), staff, said(result.id(), event)));
                case ActOutcome.Refused(var refusal) ->
                    undone.add(line(result.id(), staff, messages.in(Language.JA).get(refusal)));
                case ActOutcome.Stale _ -> undone.add(line(result.id(), staff, "ほかの人が先に処理しました。案件を開いて確かめてください。"));
                case ActOutcome.NotFound _ -> undone.add(gone());
            }
        }
        return new BatchResultPage(done, undone, query);
    }

    private BatchResultPage.Line line(CaseId id, Actor.Staff staff, String sentence) {
        return cases.find(id)
                .filter(file -> Workflow.maySee(staff, file.section()))
                .map(file ->
                        new BatchResultPage.Line(file.receipt().format(), file.name(), "/office/cases/" + id, sentence))
                .orElseGet(BatchResults::gone);
    }

    private String said(CaseId id, CaseEvent event) {
        CaseFile file = cases.find(id).orElseThrow();
        Definition definition = definitions.get(file.basis());
        return event.kind() == CaseEvent.Kind.ASSIGNED
                ? "担当になりました。"
                : "「" + Words.state(definition, event.place().toState()) + "」になりました。";
    }

    private static BatchResultPage.Line gone() {
        return new BatchResultPage.Line("—", "", "", "この案件は見つかりません。");
    }
}
