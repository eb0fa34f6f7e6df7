package town.machi.submission.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.form.Form;
import town.machi.form.Forms;
import town.machi.form.Giver;
import town.machi.form.Intake;
import town.machi.form.Taken;
import town.machi.form.Typed;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.platform.Ids;
import town.machi.platform.Town;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
import town.machi.submission.ReceiptNumbers;
import town.machi.submission.SubmissionProblem;
import town.machi.submission.Submissions;

/// `POST /api/v1/submissions`: a whole form in one request, for programs that ask the questions themselves.
@RestController
class SubmissionsApi {

    private final Procedures procedures;
    private final Submissions submissions;
    private final Messages messages;
    private final Town town;
    private final Making making;

    SubmissionsApi(Procedures procedures, Submissions submissions, Messages messages, Town town, Making making) {
        this.procedures = procedures;
        this.submissions = submissions;
        this.messages = messages;
        this.town = town;
        this.making = making;
    }

    /// What makes a filing one of its kind.
    @org.springframework.stereotype.Component
    record Making(Ids ids, ReceiptNumbers numbers, Clock clock, Forms forms) {}

    @PostMapping(
            path = "/api/v1/submissions",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<FilingReply> file(@RequestBody FilingRequest request) {
        if (request.requestId() == null || request.procedure() == null || request.answers() == null) {
            throw new ProblemException(SubmissionProblem.REQUEST_UNREADABLE);
        }
        Published published = find(request.procedure(), request.version());
        if (!published.definition().channels().contains(Channel.WEB)) {
            throw new ProblemException(SubmissionProblem.CHANNEL_CLOSED);
        }
        Texts texts = messages.in(request.languageOrJapanese());
        UUID id = making.ids().next();
        Taken taken = read(id, published, request.answers());
        if (!taken.isSound()) {
            return faulty(taken.faults(), texts);
        }
        return switch (submissions.file(filing(request, request.requestId(), id, published, taken.answers()))) {
            case FilingOutcome.Incomplete(List<FieldFault> faults) -> faulty(faults, texts);
            case FilingOutcome.Accepted accepted -> accepted(accepted);
        };
    }

    private Published find(String procedure, @org.jspecify.annotations.Nullable Integer version) {
        if (!procedure.matches("[a-z][a-z0-9-]{1,59}")) {
            throw new ProblemException(SubmissionProblem.NO_SUCH_PROCEDURE);
        }
        ProcedureName name = new ProcedureName(procedure);
        Published present = procedures
                .findPublished(name)
                .orElseThrow(() -> new ProblemException(SubmissionProblem.NO_SUCH_PROCEDURE));
        return version != null && version > 0 && version < present.version()
                ? procedures.getVersion(name, version)
                : present;
    }

    /// As a page is read: every answer in its canonical form, every fault with its path, no field that the form has
    /// not.
    private Taken read(UUID id, Published published, Map<String, String> values) {
        Giver giver =
                new Giver(Answer.Source.TYPED, "resident:" + id, making.clock().instant());
        Form form = making.forms().open(published.definition(), "submission:" + id);
        return Intake.takeAll(form, Typed.of(values), giver);
    }

    private Filing filing(FilingRequest request, UUID requestId, UUID id, Published published, Answers answers) {
        Actor.Resident resident = new Actor.Resident(id.toString());
        Filing.Sender sender =
                new Filing.Sender(resident, Channel.WEB, null, request.languageOrJapanese(), request.mail());
        return new Filing(id, requestId, making.numbers().next(), published, answers, sender);
    }

    private ResponseEntity<FilingReply> accepted(FilingOutcome.Accepted accepted) {
        var receipt = accepted.receipt();
        FilingReply body = new FilingReply.Accepted(
                receipt.number().format(),
                receipt.passcode().value(),
                receipt.filedAt().atZone(BusinessCalendar.TOKYO).toOffsetDateTime(),
                accepted.first(),
                town.baseUri() + "/track");
        return ResponseEntity.status(accepted.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static ResponseEntity<FilingReply> faulty(List<FieldFault> faults, Texts texts) {
        SubmissionProblem problem = SubmissionProblem.ANSWERS_WRONG;
        FilingReply body = new FilingReply.Faulty(
                "about:blank",
                texts.get(problem.key()),
                problem.status(),
                problem.code(),
                faults.stream()
                        .map(fault -> new FilingReply.Faulty.Fault(fault.path(), fault.in(texts)))
                        .toList());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
