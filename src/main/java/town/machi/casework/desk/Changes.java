package town.machi.casework.desk;

import java.util.List;
import java.util.Optional;
import town.machi.casework.CaseFile;
import town.machi.casework.Standing;
import town.machi.form.Answers;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.submission.Filed;

/// A case with something changed in it.
final class Changes {

    private Changes() {}

    static CaseFile at(CaseFile file, Standing to) {
        return new CaseFile(
                file.id(),
                file.basis(),
                file.filing(),
                file.section(),
                to,
                file.assignee(),
                file.name(),
                file.answers(),
                file.files());
    }

    /// The next revision in the same state.
    static CaseFile counted(CaseFile file) {
        return at(
                file,
                new Standing(file.state(), file.revision() + 1, file.standing().limit()));
    }

    static CaseFile corrected(CaseFile file, Standing to, String name, Answers answers, List<Filed.FileRef> files) {
        return new CaseFile(
                file.id(), file.basis(), file.filing(), file.section(), to, file.assignee(), name, answers, files);
    }

    /// Somebody has it, or nobody.
    static CaseFile assigned(CaseFile file, Optional<StaffId> to) {
        return new CaseFile(
                file.id(),
                file.basis(),
                file.filing(),
                file.section(),
                file.standing(),
                to,
                file.name(),
                file.answers(),
                file.files());
    }

    /// Another section has it, and nobody there yet.
    static CaseFile handedTo(CaseFile file, SectionId section) {
        return new CaseFile(
                file.id(),
                file.basis(),
                file.filing(),
                section,
                new Standing(file.state(), file.revision() + 1, file.standing().limit()),
                Optional.empty(),
                file.name(),
                file.answers(),
                file.files());
    }

    static CaseFile numbered(CaseFile file, int sequence) {
        CaseFile.Filing old = file.filing();
        CaseFile.Filing filing = new CaseFile.Filing(
                old.submission(),
                old.receipt(),
                sequence,
                old.receivedAt(),
                old.countsFrom(),
                old.channel(),
                old.typist(),
                old.language(),
                old.mail());
        return new CaseFile(
                file.id(),
                file.basis(),
                filing,
                file.section(),
                file.standing(),
                file.assignee(),
                file.name(),
                file.answers(),
                file.files());
    }
}
