package town.machi.shelter;

import java.security.PublicKey;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.HouseholdCode.Reading;
import town.machi.shelter.entrance.TownSignature;

/// Household codes with the town's own keys: made where a household registers at home, read at the desks.
@Component
public class HouseholdCodes {

    private final TownSignature signature;

    HouseholdCodes(TownSignature signature) {
        this.signature = signature;
    }

    /// The text of the household's QR code; [town.machi.identity.QrCode] draws it.
    public String sign(Household household) {
        return HouseholdCode.sign(household, signature.privateKey());
    }

    /// Reads what was scanned or typed.
    public Reading read(String scanned) {
        Reading last = new Reading.Foreign();
        for (PublicKey key : publicKeys()) {
            last = HouseholdCode.read(scanned, key);
            if (last instanceof Reading.Trusted) {
                return last;
            }
        }
        return last;
    }

    /// What a desk believes, the newest first.
    public List<PublicKey> publicKeys() {
        return signature.publicKeys();
    }
}
