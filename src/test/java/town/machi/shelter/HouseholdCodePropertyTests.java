package town.machi.shelter;

import java.security.PublicKey;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/// 世帯のQR: whatever is scanned is answered.
class HouseholdCodePropertyTests {

    private static final PublicKey KEY = HouseholdCodeTests.pair().getPublic();

    /// どんなバイトも、Base32で行って帰る
    @Property(tries = 200)
    boolean base32GoesThereAndBack(@ForAll @Size(max = 200) byte[] bytes) {
        return Arrays.equals(bytes, Packing.fromBase32(Packing.base32(bytes)));
    }

    /// どんな文字列を読ませても、落ちずに答える
    @Property(tries = 200)
    boolean anythingIsAnswered(@ForAll String text) {
        var read = HouseholdCode.read("MACHIHH1" + text, KEY);
        return !(read instanceof HouseholdCode.Reading.Trusted);
    }
}
