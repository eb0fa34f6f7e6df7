package town.machi.submission.draft;

import java.util.List;
import town.machi.form.Journey;
import town.machi.kernel.Refusal;
import town.machi.submission.Receipt;

/// What came of sending a draft.
public sealed interface Sending {

    record Sent(Receipt receipt) implements Sending {}

    /// Pages that keep it from being sent.
    record Unfinished(Course course, List<Journey.Step> pages) implements Sending {}

    /// A correction that came too late.
    record Refused(Course course, Refusal refusal) implements Sending {}
}
