package town.machi.kernel;

import java.util.Optional;
import java.util.function.Function;

/// What came of reading something that a person typed: the value, or a sentence that says what to mend.
public sealed interface Reading<T> {

    record Read<T>(T value) implements Reading<T> {}

    record Refused<T>(Refusal refusal) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Read<>(value);
    }

    static <T> Reading<T> refused(String key, Object... args) {
        return new Refused<>(Refusal.of(key, args));
    }

    default Optional<T> findValue() {
        return switch (this) {
            case Read<T>(T value) -> Optional.of(value);
            case Refused<T> _ -> Optional.empty();
        };
    }

    default Optional<Refusal> findRefusal() {
        return switch (this) {
            case Read<T> _ -> Optional.empty();
            case Refused<T>(Refusal refusal) -> Optional.of(refusal);
        };
    }

    /// Goes on with the value, if there is one.
    default <R> Reading<R> then(Function<T, Reading<R>> next) {
        return switch (this) {
            case Read<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }
}
