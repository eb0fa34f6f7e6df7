package town.machi.submission.api;

import java.time.OffsetDateTime;
import java.util.List;

/// What `/api/v1/submissions` answers.
sealed interface FilingReply {

    /// @param first false: it had been filed before
    /// @param statusUrl where a person tracks it, with number and passcode
    record Accepted(String receiptNumber, String passcode, OffsetDateTime filedAt, boolean first, String statusUrl)
            implements FilingReply {}

    /// RFC 9457, with every fault by its path.
    record Faulty(String type, String title, int status, String code, List<Fault> faults) implements FilingReply {

        record Fault(String path, String sentence) {}
    }
}
