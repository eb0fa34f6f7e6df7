package town.machi.platform;

/// Extension point: what a room hangs up for the town's other zone again and again, because anybody may know it: what
/// is
/// collected when, which days are taken. Asked inside every few seconds, so it must be cheap; only what changed passes.
public interface BoardNotice {

    /// By which it is looked up with [Exchange#findPosted].
    String kind();

    /// JSON, and nothing personal.
    String content();
}
