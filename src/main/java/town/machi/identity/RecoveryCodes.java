package town.machi.identity;

import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import town.machi.identity.jdbc.FactorRows;
import town.machi.kernel.StaffId;

/// Sets of recovery codes. A new set makes the old one worthless.
@Component
class RecoveryCodes {

    private final FactorRows factors;
    private final RandomGenerator random;

    RecoveryCodes(FactorRows factors, RandomGenerator random) {
        this.factors = factors;
        this.random = random;
    }

    /// The new codes, to be shown this once.
    List<RecoveryCode> renew(StaffId staff) {
        var codes = RecoveryCode.generateSet(random);
        factors.replaceRecoveryCodes(
                staff, codes.stream().map(code -> code.hashFor(staff)).toList());
        return codes;
    }
}
