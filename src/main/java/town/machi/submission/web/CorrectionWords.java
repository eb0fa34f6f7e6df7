package town.machi.submission.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.submission.StatusWord;
import town.machi.submission.Submissions;
import town.machi.submission.draft.Draft;

/// What the office wrote when it sent something back.
@Component
class CorrectionWords {

    private final Submissions submissions;

    CorrectionWords(Submissions submissions) {
        this.submissions = submissions;
    }

    /// Null where the draft corrects nothing, or the office wrote nothing.
    @Nullable
    String find(Draft draft) {
        return draft.content()
                .correcting()
                .flatMap(correcting -> submissions.find(correcting.submission()))
                .flatMap(file -> file.standing().latest())
                .map(StatusWord::message)
                .orElse(null);
    }
}
