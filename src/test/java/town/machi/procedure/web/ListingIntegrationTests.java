package town.machi.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.procedure.listing.ListingFile;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("手続台帳は、町の一覧と公開した手続を合わせ、CSVから入れ替えられる")
class ListingIntegrationTests {

    private static final String CSV = String.join(",", ListingFile.HEADER) + "\n"
            + "公文書の開示請求,芦北町情報公開条例,総務課,12,未,令和9年度,\n"
            + "転入届,住民基本台帳法 第22条,住民生活課,400,対象外,,来庁が要る\n"
            + "犬の登録,狂犬病予防法 第4条,住民生活課,88,未,,\n";

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    @Test
    @DisplayName("調べるだけでは変わらず、取り込むと入れ替わり、公開した手続はオンラインと数える")
    void replacesTheList() throws Exception {
        Actor.Staff boss = staff.add("管 理子", "general", Role.ADMINISTRATOR);
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        assertThat(text(get("/office/ledger", clerk)))
                .contains("公文書の開示請求", "このシステム", "がオンライン")
                .doesNotContain("犬の登録", "CSVから取り込む");
        assertThat(upload("手続名,根拠\nあ,い\n".getBytes(StandardCharsets.UTF_8), boss)
                        .getStatus())
                .isEqualTo(422);
        String looked = text(upload(CSV.getBytes(Charset.forName("windows-31j")), boss));
        assertThat(looked).contains("まだ取り込んでいません", "3件（済 0、未 2、対象外 1）");
        assertThat(text(get("/office/ledger", boss))).doesNotContain("犬の登録");
        UUID once = UUID.randomUUID();
        assertThat(take(CSV, once, boss).getStatus()).isEqualTo(303);
        assertThat(take(CSV, once, boss).getStatus()).isEqualTo(303);
        assertThat(text(get("/office/ledger?q=開示請求&online=DONE", clerk)))
                .contains("芦北町情報公開条例", "令和9年度", "12")
                .doesNotContain("犬の登録");
        assertThat(text(get("/office/ledger.csv?q=犬", clerk)))
                .contains("犬の登録,狂犬病予防法 第4条,住民生活課,88,未")
                .doesNotContain("転入届");
        assertThat(get("/office/ledger/import", clerk).getStatus()).isEqualTo(403);
        assertThat(take(CSV, UUID.randomUUID(), clerk).getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse take(String csv, UUID once, Actor.Staff who) throws Exception {
        return answer(
                MockMvcRequestBuilders.post("/office/ledger/import/take")
                        .param("csv", csv)
                        .param("onceId", once.toString())
                        .with(csrf()),
                who);
    }

    private MockHttpServletResponse upload(byte[] csv, Actor.Staff who) throws Exception {
        return answer(
                MockMvcRequestBuilders.multipart("/office/ledger/import")
                        .file(new MockMultipartFile("file", "list.csv", "text/csv", csv))
                        .with(csrf()),
                who);
    }

    private MockHttpServletResponse get(String path, Actor.Staff who) throws Exception {
        return answer(MockMvcRequestBuilders.get(path), who);
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request, Actor.Staff who)
            throws Exception {
        return http.perform(request.with(staff.signedIn(who))).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
