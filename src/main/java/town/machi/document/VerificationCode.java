package town.machi.document;

import java.util.Optional;
import java.util.random.RandomGenerator;
import town.machi.kernel.ReceiptNumber;

/// By which anyone can see that a document is genuine. Written and checked like a receipt number, so that nobody
/// guesses or misreads it, but another number: who has a document does not thereby have the receipt.
///
/// @param symbols twelve symbols, no hyphens
public record VerificationCode(String symbols) {

    public static VerificationCode generate(RandomGenerator random) {
        return new VerificationCode(ReceiptNumber.generate(random).symbols());
    }

    /// Reads small letters, full width, blanks and hyphens too. Empty when a symbol is wrong.
    public static Optional<VerificationCode> parse(String typed) {
        return ReceiptNumber.parse(typed).map(number -> new VerificationCode(number.symbols()));
    }

    /// ABCD-EFGH-JKLM
    public String format() {
        return new ReceiptNumber(symbols).format();
    }
}
