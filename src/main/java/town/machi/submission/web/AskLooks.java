package town.machi.submission.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.form.FieldFault;
import town.machi.shell.Texts;
import town.machi.submission.Advice;
import town.machi.submission.Advices;
import town.machi.submission.draft.Course;
import town.machi.submission.seal.TownKey;

/// What stands around the questions of a page.
@Component
class AskLooks {

    private final CorrectionWords words;
    private final Advices advices;
    private final TownKey key;

    AskLooks(CorrectionWords words, Advices advices, TownKey key) {
        this.words = words;
        this.advices = advices;
        this.key = key;
    }

    AskPage.Look of(Course course, boolean fromCheck) {
        return look(course, false, fromCheck, null);
    }

    /// The page again, with what is wrong. Staff, who talk with the resident, are led nowhere else.
    AskPage.Look again(Base base, Course course, List<FieldFault> faults, boolean fromCheck, Texts texts) {
        Advice.Way way = base.office()
                ? null
                : advices.findWay(course.published().name(), course.draft().answers(), faults, texts)
                        .orElse(null);
        return look(course, true, fromCheck, way);
    }

    private AskPage.Look look(Course course, boolean again, boolean fromCheck, Advice.@Nullable Way way) {
        return new AskPage.Look(again, fromCheck, key.passcode(course.draft().id()), words.find(course.draft()), way);
    }
}
