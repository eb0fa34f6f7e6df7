package town.machi.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.kernel.Actor;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Role;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("この人について持っているもの")
class PersonIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    private Actor.Staff clerk = new Actor.Staff(
            new town.machi.kernel.StaffId(UUID.randomUUID()), "-", java.util.Set.of(), java.util.Set.of());
    private String receipt = "";
    private final UUID look = UUID.randomUUID();

    @BeforeEach
    void aRequestAndAContact() {
        clerk = staff.add("総務 太郎", "general", Role.HANDLER);
        var id = DisclosureCase.open(events, db);
        receipt = new ReceiptNumber(db.sql("SELECT receipt FROM casework.case_file WHERE id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .format();
        db.sql("DELETE FROM alert.contact").update();
        db.sql("DELETE FROM shelter.registration").update();
        db.sql("""
                        INSERT INTO alert.contact (id, kind, name, telephone, district, note, search)
                        VALUES (gen_random_uuid(), 'PHONE', '山本 一郎', '0966-82-2511', 'x', '', '山本一郎')
                        """).update();
    }

    @Test
    @DisplayName("どの部屋にあるかが出て、選んだものの中身が項目の名前で読め、写しになる")
    void foundReadAndTaken() throws Exception {
        String found = send(clerk, find().param("name", "山本　一郎").param("phone", "0966-82-2511"))
                .getContentAsString();
        assertThat(found).contains("案件「公文書の開示請求」受付番号 " + receipt, "災害のときの連絡先", "名前・電話番号", "同姓同名かもしれません");
        assertThat(found).doesNotContain("0966-82-2511</td>", "大字佐敷");

        MockHttpServletRequestBuilder view = ask("view").param("name", "山本　一郎").param("record", theCase());
        String opened = send(clerk, view).getContentAsString();
        assertThat(opened).contains("お名前とフリガナ", "大字佐敷", "経過 1").doesNotContain("applicant.family");

        MockHttpServletResponse csv = send(
                clerk,
                ask("take.csv")
                        .param("name", "山本　一郎")
                        .param("record", theCase())
                        .param("withhold", theCase() + "#1"));
        assertThat(csv.getContentAsString()).contains("大字佐敷", "（開示しない部分）").doesNotContain("届け出た人,山本");
        assertThat(csv.getHeader("Content-Disposition")).doesNotContain("山本", "%E5%B1%B1");
    }

    @Test
    @DisplayName("調べたこと、見たこと、持ち出したことが証跡に残り、本人の名前も番号も残らない")
    void recordedWithoutTheName() throws Exception {
        send(clerk, find().param("name", "山本　一郎").param("phone", "0966-82-2511"));
        send(clerk, ask("view").param("name", "山本　一郎").param("record", theCase()));
        send(clerk, ask("take.xlsx").param("name", "山本　一郎").param("record", theCase()));

        String all = db.sql("SELECT string_agg(e::text, ' ' ORDER BY number) FROM audit.entry e WHERE actor_id = :id")
                .param("id", clerk.id())
                .query(String.class)
                .single();
        assertThat(all)
                .contains(
                        "document.person:" + look, "find by name, phone", "reason DISCLOSURE", receipt.replace("-", ""))
                .contains("READ", "EXPORT", theCase(), "person:view", "person:xlsx")
                .doesNotContain("山本", "0966");
        assertThat(db.sql("SELECT string_agg(l::text, ' ') FROM document.person_look l")
                        .query(String.class)
                        .single())
                .contains("DISCLOSURE")
                .doesNotContain("山本", "0966");
    }

    @Test
    @DisplayName("ほかの課の人、受付だけの人、管理者は調べられず、断られたことが残る")
    void onlyForFew() throws Exception {
        for (Actor.Staff other : List.of(
                staff.add("水道 花子", "water", Role.HANDLER),
                staff.add("窓口 花子", "general", Role.RECEPTION),
                staff.add("管理 花子", "general", Role.ADMINISTRATOR))) {
            assertThat(send(other, get("/office/person")).getStatus()).isEqualTo(403);
            assertThat(send(other, find().param("name", "山本　一郎")).getStatus()).isEqualTo(403);
            assertThat(send(other, ask("view").param("name", "山本　一郎").param("record", theCase()))
                            .getStatus())
                    .isEqualTo(403);
            assertThat(db.sql(
                                    "SELECT count(*) FROM audit.entry WHERE actor_id = :id AND outcome = 'refused:not-your-role'")
                            .param("id", other.id())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
        }
    }

    @Test
    @DisplayName("理由や受付番号がないとき、短すぎるときは、調べずに、何を入れるかを言う")
    void refusedWithASentence() throws Exception {
        assertThat(send(
                                clerk,
                                post("/office/person/find")
                                        .param("onceId", look.toString())
                                        .param("name", "山本　一郎"))
                        .getContentAsString())
                .contains("調べる理由を選んでください。");
        MockHttpServletResponse shortName = send(clerk, find().param("name", "山"));
        assertThat(shortName.getStatus()).isEqualTo(422);
        assertThat(shortName.getContentAsString()).contains("姓と名の両方を入れてください", "value=\"山\"");
        assertThat(send(clerk, find().param("phone", "0966")).getContentAsString())
                .contains("市外局番から");
        assertThat(send(clerk, find()).getContentAsString()).contains("一つは入れてください");
        assertThat(db.sql("SELECT count(*) FROM document.person_look WHERE id = :id")
                        .param("id", look)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("ほかの人が調べた番号では、中身を見られない")
    void anothersLookOpensNothing() throws Exception {
        send(clerk, find().param("name", "山本　一郎"));
        Actor.Staff other = staff.add("総務 次郎", "general", Role.HANDLER);
        assertThat(send(other, ask("view").param("name", "山本　一郎").param("record", theCase()))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("支援措置の世帯は、決裁の職員にだけ出る。担当には、あることも分からない")
    void whoMustNotBeFound() throws Exception {
        db.sql("""
                        INSERT INTO shelter.registration (household_id, request, number_hash, content, registered_at)
                        VALUES (:id, gen_random_uuid(), '\\x01',
                            jsonb_build_object('id', :id::text, 'issuedAt', '2026-11-01T00:00:00Z', 'address', '大字湯浦9番地',
                                'phone', '', 'choices', jsonb_build_object('secret', true, 'pets', '', 'language', ''),
                                'people', jsonb_build_array(jsonb_build_object('id', :id::text, 'name', '山本　一郎',
                                    'kana', 'ヤマモト イチロウ', 'sex', '', 'birth', '', 'needs', '', 'allergies', ''))),
                            now())
                        """).param("id", UUID.randomUUID()).update();
        String subject = "shelter.registration:"
                + db.sql("SELECT household_id::text FROM shelter.registration")
                        .query(String.class)
                        .single();
        String forClerk = send(clerk, find().param("name", "山本　一郎")).getContentAsString();
        assertThat(forClerk).doesNotContain("世帯の登録");
        assertThat(send(clerk, ask("view").param("name", "山本　一郎").param("record", theCase(), subject))
                        .getContentAsString())
                .doesNotContain("湯浦");

        Actor.Staff chief = staff.add("総務 課長", "general", Role.DECIDER);
        MockHttpServletRequestBuilder again = post("/office/person/find")
                .param("onceId", UUID.randomUUID().toString())
                .param("reason", "DISCLOSURE")
                .param("request", receipt)
                .param("name", "山本　一郎");
        assertThat(send(chief, again).getContentAsString()).contains("世帯の登録", "支援措置");
    }

    @Test
    @DisplayName("案件の番号から来ると、請求した人の名前が入っている")
    void filledInFromTheCase() throws Exception {
        assertThat(send(clerk, get("/office/person?case=" + receipt)).getContentAsString())
                .contains("value=\"" + receipt + "\"", "value=\"山本　一郎\"");
    }

    private String theCase() {
        return "casework.case:"
                + db.sql("SELECT id::text FROM casework.case_file WHERE receipt = :receipt")
                        .param("receipt", receipt.replace("-", ""))
                        .query(String.class)
                        .single();
    }

    private MockHttpServletRequestBuilder find() {
        return ask("find");
    }

    private MockHttpServletRequestBuilder ask(String what) {
        return post("/office/person/" + what)
                .param("onceId", look.toString())
                .param("reason", "DISCLOSURE")
                .param("request", receipt);
    }

    private MockHttpServletResponse send(Actor.Staff who, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = http.perform(
                        request.with(staff.signedIn(who)).with(csrf()))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
