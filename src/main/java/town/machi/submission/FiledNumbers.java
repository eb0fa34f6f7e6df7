package town.machi.submission;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.kernel.ReceiptNumber;
import town.machi.submission.jdbc.SubmissionRows;

/// The front door for who knows a receipt's number and nothing else.
@Component
public class FiledNumbers {

    private final SubmissionRows rows;

    FiledNumbers(SubmissionRows rows) {
        this.rows = rows;
    }

    /// What was filed under it.
    public Optional<UUID> findSubmission(ReceiptNumber number) {
        return rows.findIdByNumber(number);
    }
}
