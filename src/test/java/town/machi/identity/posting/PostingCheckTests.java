package town.machi.identity.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.identity.StaffMember;
import town.machi.kernel.Role;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.platform.Town;
import town.machi.support.TestTown;

@DisplayName("異動のファイルは、まちがいをすべて行とともに知らせ、一つでもあれば何も変えない")
class PostingCheckTests {

    private static final Town TOWN = TestTown.ashikita();
    private static final StaffId ADMIN = new StaffId(new UUID(0, 9));
    private static final List<StaffMember> STAFF = List.of(
            member(1, "水野 澄子", "mizuno", Set.of(Role.HANDLER)),
            member(2, "泉 健太郎", "izumi", Set.of(Role.DECIDER)),
            member(9, "管 理子", "kanri", Set.of(Role.ADMINISTRATOR)));

    private static StaffMember member(int number, String name, String mail, Set<Role> roles) {
        return new StaffMember(
                new StaffId(new UUID(0, number)),
                name,
                mail + "@example.jp",
                Set.of(new SectionId("water")),
                roles,
                true);
    }

    private static PostingCheck.Plan check(String csv) {
        return check(csv.getBytes(StandardCharsets.UTF_8), ADMIN);
    }

    private static PostingCheck.Plan check(byte[] csv, StaffId by) {
        var hall =
                new PostingCheck.Hall(TOWN.sections(), TOWN.positions(), STAFF, by, () -> new StaffId(new UUID(0, 77)));
        return PostingCheck.check(PostingFile.read(csv), hall);
    }

    private static List<String> faults(String rows) {
        return check("異動,メール,氏名,課,役割,職\n" + rows).faults().stream()
                .map(fault -> fault.line() + ": " + fault.sentence())
                .toList();
    }

    @Test
    @DisplayName("異動・退職・採用を、列の順によらず、UTF-8 でも Shift_JIS でも読む")
    void sound() {
        String csv = """
                氏名,異動,メール,課,役割,職
                水野澄子,異動,Mizuno@example.jp,総務課、税務課,担当・決裁,課長
                泉 健太郎,退職,izumi@example.jp,,,
                新 花子,採用,atarashi@example.jp,water,受付,
                """;
        for (byte[] bytes : List.of(
                ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8), csv.getBytes(Charset.forName("windows-31j")))) {
            PostingCheck.Plan plan = check(bytes, ADMIN);
            assertThat(plan.faults()).isEmpty();
            assertThat(plan.lines())
                    .extracting(PostingLine::kind)
                    .containsExactly(PostingLine.Kind.MOVES, PostingLine.Kind.LEAVES, PostingLine.Kind.JOINS);
            assertThat(plan.lines().getFirst().seats())
                    .containsExactlyInAnyOrder(
                            Seat.of("head", new SectionId("general")), Seat.of("head", new SectionId("tax")));
            assertThat(plan.lines().getFirst().roles()).containsExactlyInAnyOrder(Role.HANDLER, Role.DECIDER);
        }
    }

    @Test
    @DisplayName("同じ人が二度あれば、二つの行を言う")
    void twice() {
        assertThat(faults("""
                        異動,mizuno@example.jp,水野 澄子,総務課,担当,
                        退職,izumi@example.jp,泉 健太郎,,,
                        異動,MIZUNO@example.jp,水野 澄子,税務課,担当,
                        """)).containsExactly("4: mizuno@example.jp が 2 行目にもあります。一度だけ書いてください。");
    }

    @Test
    @DisplayName("まちがいは、最初の一つで止まらずにすべて言う")
    void everyFault() {
        assertThat(faults("""
                        移動,mizuno@example.jp,水野 澄子,総務課,担当,
                        異動,dare@example.jp,だれか,総務課,担当,
                        異動,izumi@example.jp,泉 次郎,総務課,担当,
                        採用,mizuno2,新 花子,観光課,係,部長
                        採用,a@example.jp,新 一郎,観光課,係,部長
                        退職,b@example.jp,,総務課,担当,
                        異動,kanri@example.jp,管 理子,総務課,管理者,
                        """))
                .hasSize(10)
                .anySatisfy(fault -> assertThat(fault).startsWith("2: 異動の欄「移動」は読めません"))
                .anySatisfy(fault -> assertThat(fault).startsWith("3: dare@example.jp の職員はいません"))
                .anySatisfy(fault -> assertThat(fault).startsWith("4: izumi@example.jp は「泉 健太郎」さんです"))
                .anySatisfy(fault -> assertThat(fault).startsWith("5: メールアドレス「mizuno2」は読めません"))
                .anySatisfy(fault -> assertThat(fault).startsWith("6: 課「観光課」はありません"))
                .anySatisfy(fault -> assertThat(fault).startsWith("6: 役割「係」はありません"))
                .anySatisfy(fault -> assertThat(fault).startsWith("6: 職「部長」はありません"))
                .anySatisfy(fault -> assertThat(fault).startsWith("7: 氏名を書いてください"))
                .anySatisfy(fault -> assertThat(fault).startsWith("8: 自分の異動は"));
    }

    @Test
    @DisplayName("管理者が一人もいなくなる異動、空のファイル、ない列、読めない文字は断る")
    void asAWhole() {
        byte[] leaves = "異動,メール,氏名,課,役割,職\n退職,kanri@example.jp,管 理子,,,\n".getBytes(StandardCharsets.UTF_8);
        assertThat(check(leaves, new StaffId(new UUID(0, 5))).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("管理者が一人もいなくなります"));
        assertThat(check("").faults()).isNotEmpty();
        assertThat(check("異動,メール,氏名,課,役割,職\n").faults().getFirst().sentence()).contains("一つもありません");
        assertThat(check("異動,メール,名前,課,役割,職\n").faults()).hasSize(2).allMatch(fault -> fault.line() == 1);
        assertThat(check(new byte[] {(byte) 0x81}, ADMIN).faults().getFirst().sentence())
                .contains("文字コード");
    }

    @Test
    @DisplayName("課の改名は、ない課と、ほかの課の名前と、二度書いた課を断る")
    void renames() {
        assertThat(check("課,新しい名前\n上下水道課,水環境課\n").lines())
                .singleElement()
                .satisfies(line -> assertThat(line.name()).isEqualTo("水環境課"));
        assertThat(check("課,新しい名前\n観光課,まち課\nwater,税務課\n総務課,まち課\ngeneral,町課\n").faults())
                .extracting(PostingFile.Fault::line)
                .containsExactly(2L, 3L, 5L);
    }
}
