package town.machi.submission;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.procedure.Channel;
import town.machi.submission.draft.Begun;
import town.machi.submission.draft.Draft;
import town.machi.submission.draft.Drafts;

/// What a case waits for from its resident, and what comes on paper, at the window or by telephone: somebody of the
/// office types it, with their name.
@Component
public class HandIns {

    private final Submissions submissions;
    private final Drafts drafts;

    HandIns(Submissions submissions, Drafts drafts) {
        this.submissions = submissions;
        this.drafts = drafts;
    }

    /// Whether this person may work on the case is the caller's to know.
    ///
    /// @return the address where it is typed; empty where nothing is asked now, or it was filed in the other zone
    public Optional<String> begin(UUID submission, Actor.Staff typist) {
        return submissions
                .find(submission)
                .filter(file -> file.standing().isCorrectable())
                .map(file -> {
                    Draft.Filling filling = new Draft.Filling(Language.JA, Channel.PAPER, "staff:" + typist.id());
                    Begun begun = drafts.beginCorrection(file, filling);
                    return "/office/file/" + begun.draft().id() + "/"
                            + drafts.course(begun.draft()).firstPage();
                });
    }
}
