package town.machi.submission.api;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.Ids;
import town.machi.platform.Town;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.procedure.Question;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
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
    record Making(Ids ids, RandomGenerator random, Clock clock) {}

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
        List<FieldFault> strangers = strangers(published, request.answers());
        if (!strangers.isEmpty()) {
            return faulty(strangers, texts);
        }
        return switch (submissions.file(filing(request, request.requestId(), published, request.answers()))) {
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
        boolean earlier = version != null && version > 0 && version < present.version();
        return earlier ? procedures.getVersion(name, version) : present;
    }

    private Filing filing(FilingRequest request, UUID requestId, Published published, Map<String, String> values) {
        UUID id = making.ids().next();
        Actor.Resident resident = new Actor.Resident(id.toString());
        Instant now = making.clock().instant();
        String by = resident.kind() + ":" + resident.id();
        TreeMap<String, Answer> answers = new TreeMap<>();
        values.forEach((path, value) -> answers.put(path, new Answer(value, Answer.Source.TYPED, by, now)));
        Filing.Sender sender =
                new Filing.Sender(resident, Channel.WEB, null, request.languageOrJapanese(), request.mail());
        return new Filing(
                id, requestId, ReceiptNumber.generate(making.random()), published, new Answers(answers), sender);
    }

    /// An answer to a question that the form does not have is refused, not dropped.
    private static List<FieldFault> strangers(Published published, Map<String, String> answers) {
        Set<String> known =
                published.definition().questions().stream().map(Question::id).collect(Collectors.toSet());
        List<FieldFault> faults = new ArrayList<>();
        for (String path : answers.keySet()) {
            if (!known.contains(path.split("[.\\[]", 2)[0])) {
                faults.add(FieldFault.of(path, "form.stranger", path));
            }
        }
        return faults;
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
