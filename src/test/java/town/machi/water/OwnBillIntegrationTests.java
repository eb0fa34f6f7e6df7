package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.document.Documents;
import town.machi.document.IssuedDocument;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.platform.Settings;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;
import town.machi.water.VisitReport.Pilot;
import town.machi.water.VisitReport.Result;
import town.machi.water.jdbc.SettlementRows;
import town.machi.water.work.Billing;

@MachiTest(properties = "machi.demo=false")
@Import(Notices.class)
@DisplayName("精算の請求書（適格請求書）")
class OwnBillIntegrationTests {

    private static final Actor TEST = new Actor.SystemJob("test");
    private static final List<String> SETTINGS =
            List.of("water.own-bill", "water.invoice-number", "water.sewer-invoice-number");

    @Autowired
    Notices notices;

    @Autowired
    WorkOrders works;

    @Autowired
    Cases cases;

    @Autowired
    Billing billing;

    @Autowired
    SettlementRows settlements;

    @Autowired
    Documents documents;

    @Autowired
    Settings settings;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    @AfterEach
    void back() {
        SETTINGS.forEach(name -> settings.put(name, "", TEST));
    }

    private Settlement billed(String meter, Actor.Staff clerk) {
        CaseId id = notices.filed(notices.point(meter), CasePoint.Kind.STOP, "");
        cases.act(id, Move.of("accept", 1), UUID.randomUUID(), clerk);
        WorkOrder order = works.findOfCase(id).orElseThrow();
        VisitReport report = new VisitReport(
                UUID.randomUUID(),
                Notices.TUESDAY,
                Result.DONE,
                new VisitReport.Meter(meter, 13, false, Pilot.NOT_LOOKED),
                Optional.of(MeterReading.of(112)),
                "",
                "",
                "");
        assertThat(works.report(order.id(), report, clerk)).isInstanceOf(VisitOutcome.Kept.class);
        billing.makeBatch(UUID.randomUUID(), clerk);
        long number = settlements.findOfCase(id).orElseThrow().number();
        String file = "精算番号,水道料金,下水道使用料,農業集落排水使用料,合計,調定日\n" + number + ",2068,1105,,3173,R8.12.4\n";
        assertThat(billing.takeBack(file.getBytes(StandardCharsets.UTF_8), false, clerk)
                        .faults())
                .isEmpty();
        return settlements.findOfCase(id).orElseThrow();
    }

    private String page(MockHttpServletRequestBuilder request, Actor.Staff who) throws Exception {
        return http.perform(request.with(staff.signedIn(who)).with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private List<IssuedDocument> bills(Settlement settlement) {
        return documents.listAbout(settlement.caseId().orElseThrow().subject()).stream()
                .filter(document -> document.template().equals("water-bill"))
                .toList();
    }

    @Test
    @DisplayName("町が決めるまでボタンはなく、登録番号がなければ断り、作れば一度だけで、記載事項がそろう")
    void oncePerSettlement() throws Exception {
        Assumptions.assumeTrue(documents.findHindrance().isEmpty());
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
        Settlement settlement = billed("BILL-1", clerk);
        String path = "/office/water/settlements/" + settlement.order() + "/bill";
        assertThat(page(get("/office/water/settlements"), clerk)).doesNotContain("請求書を作る");
        assertThat(page(post(path), clerk)).contains("Machiで作らない");

        settings.put("water.own-bill", "yes", TEST);
        assertThat(page(get("/office/water/settlements"), clerk)).contains("請求書を作る", "3,173円");
        assertThat(page(post(path), clerk)).contains("水道の適格請求書の登録番号", "「設定」で登録番号を入れてください");
        settings.put("water.invoice-number", "T1234567890123", TEST);
        assertThat(page(post(path), clerk)).contains("公共下水道の適格請求書の登録番号");
        settings.put("water.sewer-invoice-number", "T123", TEST);
        assertThat(page(post(path), clerk)).contains("公共下水道の適格請求書の登録番号");
        assertThat(bills(settlement)).isEmpty();

        settings.put("water.sewer-invoice-number", "T9876543210987", TEST);
        page(post(path), clerk);
        page(post(path), clerk);
        assertThat(bills(settlement)).hasSize(1);
        assertThat(page(get("/office/water/settlements"), clerk))
                .contains("請求書を開く")
                .doesNotContain("請求書を作る");

        byte[] pdf = documents.open(bills(settlement).getFirst().id(), clerk).readAllBytes();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("芦北町", "T1234567890123", "T9876543210987", "令和8年10月1日", "令和8年11月24日")
                    .contains("水道料金", "2,068円", "188円", "下水道使用料", "1,105円", "100円", "3,173円", "10%")
                    .doesNotContain("農業集落排水");
        }
    }
}
