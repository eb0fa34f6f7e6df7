package town.machi.shelter.desk;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.Refusal;
import town.machi.platform.Once;
import town.machi.shelter.Openings.Outcome;

/// Acts of the office, each once: the same request again gets what the first one got.
@Component
class Requests {

    private final Once once;

    Requests(Once once) {
        this.once = once;
    }

    /// An outcome as it is remembered.
    record Kept(@Nullable UUID done, @Nullable String refusal, List<String> args) {}

    Outcome once(UUID request, String purpose, Supplier<Outcome> act) {
        Kept kept = once.run(request, purpose, Kept.class, () -> switch (act.get()) {
            case Outcome.Done(UUID id) -> new Kept(id, null, List.of());
            case Outcome.Refused(Refusal refusal) ->
                new Kept(
                        null,
                        refusal.key(),
                        refusal.args().stream().map(String::valueOf).toList());
        });
        return kept.done() != null
                ? new Outcome.Done(kept.done())
                : Outcome.refused(String.valueOf(kept.refusal()), kept.args().toArray());
    }
}
