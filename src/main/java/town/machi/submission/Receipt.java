package town.machi.submission;

import java.time.Instant;
import java.util.UUID;
import town.machi.kernel.Passcode;
import town.machi.kernel.ReceiptNumber;

/// What a person takes home: number and passcode open what was filed, without an account.
public record Receipt(UUID submission, ReceiptNumber number, Passcode passcode, Instant filedAt) {}
