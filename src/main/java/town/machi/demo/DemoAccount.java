package town.machi.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import town.machi.identity.StaffMember;
import town.machi.kernel.Role;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

/// A made-up member of staff. Everybody may know password and second factor; they exist in the demo only.
///
/// @param seat where they sit (職); empty: nowhere
public record DemoAccount(StaffMember member, String password, String totpSecret, Optional<Seat> seat) {

    public static final List<DemoAccount> ALL = List.of(
            account(1, "例 水野 澄子", "mizuno", "water", Set.of(Role.RECEPTION, Role.HANDLER)),
            account(2, "例 泉 健太郎", "izumi", "water", Set.of(Role.DECIDER, Role.HANDLER))
                    .on("head@water"),
            account(7, "例 川井 渉", "kawai", "water", Set.of(Role.HANDLER)),
            account(8, "例 井手 満", "ide", "water", Set.of(Role.HANDLER)),
            account(9, "例 滝 さゆり", "taki", "water", Set.of(Role.HANDLER)),
            account(10, "例 沢 洋平", "sawa", "water", Set.of(Role.HANDLER)),
            account(3, "例 防災 守", "bosai", "general", Set.of(Role.RECEPTION, Role.HANDLER, Role.DECIDER)),
            account(11, "例 岡 さやか", "oka", "general", Set.of(Role.HANDLER)).on("chief@general"),
            account(12, "例 園田 隆", "sonoda", "general", Set.of(Role.DECIDER)).on("head@general"),
            account(13, "例 副島 誠", "soejima", "general", Set.of(Role.DECIDER)).on("vice-mayor"),
            account(14, "例 町田 恵", "machida", "general", Set.of(Role.DECIDER)).on("mayor"),
            account(4, "例 税所 明", "saisho", "tax", Set.of(Role.RECEPTION, Role.HANDLER, Role.DECIDER))
                    .on("head@tax"),
            account(5, "例 管 理子", "kanri", "general", Set.of(Role.ADMINISTRATOR)),
            account(6, "例 監 査一", "kansa", "general", Set.of(Role.AUDITOR)));

    /// @param name as in the mail address: `mizuno`
    public static DemoAccount named(String name) {
        return ALL.stream()
                .filter(account -> account.member().mail().startsWith(name + "@"))
                .findFirst()
                .orElseThrow();
    }

    private DemoAccount on(String seat) {
        return new DemoAccount(member, password, totpSecret, Optional.of(Seat.ofCode(seat)));
    }

    private static DemoAccount account(int number, String name, String mail, String section, Set<Role> roles) {
        UUID id = UUID.fromString("00000000-0000-7000-8000-%012d".formatted(number));
        StaffMember member = new StaffMember(
                new StaffId(id), name, mail + "@example.jp", Set.of(new SectionId(section)), roles, true);
        return new DemoAccount(
                member,
                "ashikita-demo-" + number,
                "JBSWY3DPEHPK3PX" + "ABCDEFGHIJKLMN".charAt(number - 1),
                Optional.empty());
    }
}
