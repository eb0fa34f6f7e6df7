package town.machi.alert;

import java.time.Instant;

/// Where a message stands.
public sealed interface AlertState {

    Instant since();

    /// It is written; nobody has been asked.
    record Draft(Instant since) implements AlertState {}

    /// It waits for somebody else's 決裁.
    record Waiting(Instant since) implements AlertState {}

    /// It is sent; some channel has not been settled.
    record Open(Instant since) implements AlertState {}

    /// It is sent, and every channel is 実施, 未実施 or 不要.
    record Closed(Instant since) implements AlertState {}

    /// It was given up before it was sent.
    record Dropped(Instant since) implements AlertState {}

    default boolean isSent() {
        return switch (this) {
            case Open _, Closed _ -> true;
            case Draft _, Waiting _, Dropped _ -> false;
        };
    }

    /// The word on screens.
    default String label() {
        return switch (this) {
            case Draft _ -> "下書き";
            case Waiting _ -> "決裁待ち";
            case Open _ -> "発信済み（手段の確認中）";
            case Closed _ -> "発信済み（すべて確認済み）";
            case Dropped _ -> "取りやめ";
        };
    }

    /// `DRAFT`, `WAITING` …, as the database keeps it.
    default String code() {
        return switch (this) {
            case Draft _ -> "DRAFT";
            case Waiting _ -> "WAITING";
            case Open _ -> "OPEN";
            case Closed _ -> "CLOSED";
            case Dropped _ -> "DROPPED";
        };
    }

    static AlertState of(String code, Instant since) {
        return switch (code) {
            case "DRAFT" -> new Draft(since);
            case "WAITING" -> new Waiting(since);
            case "OPEN" -> new Open(since);
            case "CLOSED" -> new Closed(since);
            case "DROPPED" -> new Dropped(since);
            default -> throw new IllegalArgumentException("no such state: " + code);
        };
    }
}
