package town.machi.shelter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Kana;

/// Somebody on the 避難行動要支援者名簿 (災害対策基本法 第49条の10).
///
/// @param phone as written; may be empty
/// @param care 要介護, 障害 and the like, in the list's own words; may be empty
/// @param consented to being named to supporters in calm days (第49条の11 第2項); who did not is on the list of a real
/// disaster (第3項) and of no drill
/// @param plan 個別避難計画 (第49条の14); null: none was made
public record SupportedPerson(
        UUID id,
        Who who,
        Where where,
        String phone,
        String care,
        Supporter supporter,
        boolean consented,
        @Nullable Plan plan) {

    public record Who(
            String name,
            String kana,
            LocalDate birth,
            @Nullable Sex sex) {}

    /// @param district id of a district of the town: `大字湯浦`
    /// @param ward 行政区, in the list's own words; may be empty
    public record Where(String address, String district, String ward) {}

    /// Who goes and gets them; both may be empty.
    public record Supporter(String name, String phone) {}

    /// Where to, by which way, how, minding what, with what. Each may be empty.
    ///
    /// @param belongings medicine and devices that must come along
    public record Plan(
            String shelter,
            String route,
            String means,
            String care,
            String belongings,
            @Nullable LocalDate updatedOn) {}

    public String kanaKey() {
        return Kana.searchKey(who.kana());
    }

    /// As the audit names them.
    public String subject() {
        return "shelter.supported:" + id;
    }

    /// Names are personal; logs get none.
    @Override
    public String toString() {
        return subject();
    }
}
