package town.machi.demo.line;

import java.util.concurrent.atomic.AtomicLong;

/// The month's messages: one for each head and call. 地方公共団体プラン has no limit.
public final class LineQuota {

    private final AtomicLong used = new AtomicLong();
    private volatile long most = -1;

    /// @param messages negative: no limit
    public void limit(long messages) {
        most = messages;
    }

    public long used() {
        return used.get();
    }

    boolean hasRoom(long heads) {
        return most < 0 || used.get() + heads <= most;
    }

    void use(long heads) {
        used.addAndGet(heads);
    }

    LineReply limitReply() {
        return LineReply.json(200, most < 0 ? "{\"type\":\"none\"}" : "{\"type\":\"limited\",\"value\":" + most + "}");
    }

    LineReply usedReply() {
        return LineReply.json(200, "{\"totalUsage\":" + used.get() + "}");
    }
}
