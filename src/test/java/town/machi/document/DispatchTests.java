package town.machi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DispatchTests {

    @Test
    @DisplayName("戻ってくるのは郵送したものだけで、戻ればもう一度送れる")
    void onlyWhatWasPostedComesBack() {
        assertThat(Dispatches.next(null)).containsExactly(Dispatch.Step.POSTED, Dispatch.Step.HANDED);
        assertThat(Dispatches.next(after(Dispatch.Step.POSTED))).containsExactly(Dispatch.Step.RETURNED);
        assertThat(Dispatches.next(after(Dispatch.Step.HANDED))).isEmpty();
        assertThat(Dispatches.next(after(Dispatch.Step.RETURNED)))
                .containsExactly(Dispatch.Step.POSTED, Dispatch.Step.HANDED);
    }

    private static Dispatch after(Dispatch.Step step) {
        return new Dispatch(step, LocalDate.parse("2026-11-24"), "staff:x");
    }
}
