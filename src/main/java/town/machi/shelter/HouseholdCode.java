package town.machi.shelter;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A household's own code: who lives together, signed by the town, so that a desk without a line can read and
/// trust
/// it. It is shown as a QR code on a phone or on paper.
///
/// `MACHIHH1` + Base32(deflate(JSON) + 64 bytes of signature). Capital letters and digits only: a QR code
/// takes them
/// in its densest mode, and a scanner that types like a keyboard gets them right on any layout. A household of
/// six is
/// about 550 characters. The same is read in the browser by `assets/js/desk/household.js`.
///
/// The signature is ECDSA on P-256 (r and s of 32 bytes each) over the purpose, a zero byte and the packed
/// JSON. It is
/// as short as Ed25519, and browsers knew it many years earlier: the desk may be an old laptop.
///
/// JSON: `[1, household, issued, address, phone, [[person, name, kana, sex, birth, needs, allergies], …],
/// choices]`;
/// ids as 32 hex digits, issued in seconds, what is not known an empty string. `choices` is `[inquiry,
/// publish, secret,
/// pets, language]`, the first two `1`, `0` or empty.
public final class HouseholdCode {

    public static final String PREFIX = "MACHIHH1";

    /// No household is larger on this code; more people get a second one.
    public static final int MOST_PEOPLE = 20;

    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final byte[] PURPOSE = "machi-household-code\0".getBytes(StandardCharsets.UTF_8);
    private static final int SIGNATURE_BYTES = 64;
    private static final int FORMAT = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private HouseholdCode() {}

    /// @param issuedAt to the second: of two codes of one household the later holds
    /// @param address as typed, may be empty
    /// @param phone as typed, may be empty
    public record Household(
            UUID id, Instant issuedAt, String address, String phone, Choices choices, List<Person> people) {

        public Household {
            if (people.isEmpty() || people.size() > MOST_PEOPLE) {
                throw new IllegalArgumentException("A household code is for 1 to " + MOST_PEOPLE + " people");
            }
            people = List.copyOf(people);
        }
    }

    /// What holds for all of them.
    ///
    /// @param inquiry whether 安否照会 may be answered; null: not said
    /// @param publish whether their names may be published; null: not said
    /// @param secret they must not be found
    /// @param pets kind and number each, with commas: `犬 1,猫 2`
    /// @param language `ja`, `easy`, `en` or empty
    public record Choices(
            @Nullable Boolean inquiry, @Nullable Boolean publish, boolean secret, String pets, String language) {

        public static final Choices NONE = new Choices(null, null, false, "", "");
    }

    /// @param sex a [Sex] or empty
    /// @param birth `19800229`, `1980` or empty
    /// @param needs names of [Need], with commas, or empty
    /// @param allergies with commas, or empty
    public record Person(UUID id, String name, String kana, String sex, String birth, String needs, String allergies) {}

    /// What came of reading a code.
    public sealed interface Reading {
        /// The town's own, whole.
        record Trusted(Household household) implements Reading {}

        /// Not a household code at all: a shop's, a ticket's.
        record Foreign() implements Reading {}

        /// It looks like one, but the town did not sign it, or it was changed since.
        record Forged() implements Reading {}

        /// Cut off or misread: worth another try.
        record Damaged() implements Reading {}
    }

    /// The code's text.
    public static String sign(Household household, PrivateKey key) {
        byte[] packed = Packing.pack(json(household));
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(PURPOSE);
            signature.update(packed);
            byte[] signed = ByteBuffer.allocate(packed.length + SIGNATURE_BYTES)
                    .put(packed)
                    .put(signature.sign())
                    .array();
            return PREFIX + Packing.base32(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads a code as scanned or typed; small letters and blanks do not matter.
    public static Reading read(String scanned, PublicKey key) {
        String text = scanned.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!text.startsWith(PREFIX)) {
            return new Reading.Foreign();
        }
        byte[] signed = Packing.fromBase32(text.substring(PREFIX.length()));
        if (signed == null || signed.length <= SIGNATURE_BYTES) {
            return new Reading.Damaged();
        }
        int length = signed.length - SIGNATURE_BYTES;
        if (!isSigned(signed, length, key)) {
            return new Reading.Forged();
        }
        Household household = household(Packing.unpack(signed, length));
        return household == null ? new Reading.Damaged() : new Reading.Trusted(household);
    }

    private static boolean isSigned(byte[] signed, int length, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(PURPOSE);
            signature.update(signed, 0, length);
            return signature.verify(signed, length, SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String json(Household household) {
        List<Object> people = new ArrayList<>();
        for (Person each : household.people()) {
            people.add(List.of(
                    hex(each.id()),
                    each.name(),
                    each.kana(),
                    each.sex(),
                    each.birth(),
                    each.needs(),
                    each.allergies()));
        }
        return JSON.writeValueAsString(List.of(
                FORMAT,
                hex(household.id()),
                household.issuedAt().getEpochSecond(),
                household.address(),
                household.phone(),
                people,
                written(household.choices())));
    }

    private static List<Object> written(Choices choices) {
        return List.of(
                flag(choices.inquiry()),
                flag(choices.publish()),
                flag(choices.secret()),
                choices.pets(),
                choices.language());
    }

    private static String flag(@Nullable Boolean value) {
        return value == null ? "" : value ? "1" : "0";
    }

    private static @Nullable Boolean flag(String written) {
        return written.isEmpty() ? null : (Boolean) written.equals("1");
    }

    private static Choices choices(JsonNode list) {
        return new Choices(
                flag(text(list, 0)), flag(text(list, 1)), text(list, 2).equals("1"), text(list, 3), text(list, 4));
    }

    private static @Nullable Household household(@Nullable String json) {
        try {
            JsonNode all = json == null ? null : JSON.readTree(json);
            if (all == null || all.path(0).asInt(0) != FORMAT) {
                return null;
            }
            List<Person> people = new ArrayList<>();
            for (JsonNode each : all.path(5)) {
                people.add(person(each));
            }
            Instant issued = Instant.ofEpochSecond(all.path(2).asLong(0));
            return new Household(id(text(all, 1)), issued, text(all, 3), text(all, 4), choices(all.path(6)), people);
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Person person(JsonNode list) {
        return new Person(
                id(text(list, 0)),
                text(list, 1),
                text(list, 2),
                text(list, 3),
                text(list, 4),
                text(list, 5),
                text(list, 6));
    }

    private static String text(JsonNode list, int at) {
        return list.path(at).asString("");
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static UUID id(String hex) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        if (bytes.capacity() != 16) {
            throw new IllegalArgumentException("An id has 32 hex digits");
        }
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
