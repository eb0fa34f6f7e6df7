package town.machi.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertState;
import town.machi.alert.Content;
import town.machi.alert.OrderLevel;
import town.machi.alert.OrdersInForce;
import town.machi.alert.Sample;
import town.machi.alert.SharedData;
import town.machi.alert.World;
import town.machi.alert.words.AlertTemplates;
import town.machi.alert.words.Wording;
import town.machi.kernel.Language;
import town.machi.support.MachiTest;

@MachiTest
@DisplayName("同じ文を、手段ごとの形で")
class ChannelsIntegrationTests {

    @Autowired
    CapXml cap;

    @Autowired
    Wording wording;

    @Autowired
    AlertTemplates templates;

    @Test
    @DisplayName("発令・訂正・解除・誤報取消・訓練のCAPは、どれもCAP 1.2の定義に合う")
    void valid() throws Exception {
        Optional<Path> schema = SharedData.find("cap/CAP-v1.2.xsd");
        Assumptions.assumeTrue(schema.isPresent(), "CAP-v1.2.xsd is not here");
        var validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema.get().toFile())
                .newValidator();
        List<String> faults = new ArrayList<>();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException fault) {
                faults.add(fault.getMessage());
            }
        });
        for (World world : List.of(World.REAL, World.PUBLIC_DRILL)) {
            for (AlertAct act : AlertAct.values()) {
                validate(validator, write(world, act));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void validate(javax.xml.validation.Validator validator, String xml) throws Exception {
        try {
            validator.validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException e) {
            throw new AssertionError(xml, e);
        }
    }

    @Test
    @DisplayName("Cancel は必ず名指しし、終わらせるものがない発表は Alert にしかならない")
    void cancelNamesWhatItEnds() {
        assertThat(write(World.REAL, AlertAct.RETRACT)).contains("<msgType>Cancel", "<references>", "誤報取消");
        assertThat(write(World.REAL, AlertAct.CORRECT)).contains("<msgType>Update", "<references>");
        assertThat(write(World.REAL, AlertAct.ISSUE))
                .contains("<msgType>Alert", "<status>Actual")
                .doesNotContain("<references>");
        assertThat(write(World.PUBLIC_DRILL, AlertAct.ISSUE)).contains("<status>Exercise", "訓練、訓練");
    }

    @Test
    @DisplayName("防災行政無線の原稿は二度くり返し、難しい地名に読みをつけ、訓練は訓練と始める")
    void script() {
        Alert alert = alert(World.PUBLIC_DRILL, AlertAct.ISSUE, Optional.empty());
        var text = wording.say(alert, template(alert), Optional.empty(), OrdersInForce.of(List.of(alert)));
        String script = PaScript.of(text, alert.content().districts(), templates.places(), "芦北町");
        assertThat(script).startsWith("訓練、訓練。\nこちらは、芦北町です。");
        assertThat(script.split("警戒レベル4 避難指示。", -1)).hasSize(3);
        assertThat(script).contains("箙瀬（えびらせ）", "芦北町長の発令です。", "くり返します。", "これは訓練です。");
        assertThat(script).doesNotContain("http");
    }

    @Test
    @DisplayName("緊急速報メールは件名15字・本文500字。入らないときは数を告げ、切らずにそのまま見せる")
    void areaMail() {
        Alert alert = alert(World.PUBLIC_DRILL, AlertAct.ISSUE, Optional.empty());
        var said = wording.say(alert, template(alert), Optional.empty(), OrdersInForce.of(List.of(alert)))
                .in(Language.JA);
        AreaMail mail = AreaMail.of(said);
        assertThat(mail.subject()).isEqualTo("訓練 警戒レベル4避難指示");
        assertThat(mail.body()).startsWith("訓練、訓練\n芦北町長の発令").doesNotContain("http");
        assertThat(mail.findFault()).isEmpty();
        assertThat(mail.lengths()).startsWith("件名 13／15字・本文 ");
        AreaMail tooLong = new AreaMail("あ".repeat(16), "🍎".repeat(501));
        assertThat(tooLong.findFault())
                .hasValueSatisfying(
                        fault -> assertThat(fault).contains("件名が16字あります（15字まで、1字多い）", "本文が501字あります（500字まで、1字多い）"));
        assertThat(tooLong.text()).contains("🍎".repeat(501));
    }

    @Test
    @DisplayName("三つの言語の文は、はじめに誰の発表か、おわりに出ている発令を言い、訓練は訓練から始まる")
    void firstAndLastLine() {
        Alert alert = alert(World.REAL, AlertAct.ISSUE, Optional.empty());
        var text = wording.say(alert, template(alert), Optional.empty(), OrdersInForce.of(List.of(alert)));
        assertThat(text.in(Language.JA).whole()).startsWith("芦北町長の発令\n").endsWith("いま出ている町の発令: 警戒レベル4 避難指示（箙瀬、佐敷）");
        assertThat(text.in(Language.EN).whole())
                .startsWith("Issued by the Mayor of")
                .endsWith("Alert Level 4 Evacuation Instruction (Ebirase, Sashiki)");
        Content rain = Sample.weather("大字佐敷");
        Alert weather = Sample.draft(World.REAL, rain);
        var said = wording.say(weather, template(weather), Optional.empty(), OrdersInForce.of(List.of(weather)));
        assertThat(said.in(Language.JA).whole()).startsWith("気象庁の発表\n").endsWith("いま出ている町の発令: なし");
        Alert drill = alert(World.PUBLIC_DRILL, AlertAct.ISSUE, Optional.empty());
        var exercise = wording.say(drill, template(drill), Optional.empty(), OrdersInForce.of(List.of(drill)));
        assertThat(exercise.in(Language.JA).whole()).startsWith("訓練、訓練");
        assertThat(exercise.in(Language.EN).whole()).startsWith("DRILL");
        assertThat(text.hash()).isNotEqualTo(exercise.hash()).hasSize(64);
    }

    private String write(World world, AlertAct act) {
        Alert first = alert(world, AlertAct.ISSUE, Optional.empty());
        Alert alert = act == AlertAct.ISSUE ? first : alert(world, act, Optional.of(said(first, Optional.empty())));
        Alert sent = said(alert, act == AlertAct.ISSUE ? Optional.empty() : Optional.of(said(first, Optional.empty())));
        var earlier = act == AlertAct.ISSUE
                ? Optional.<CapXml.Earlier>empty()
                : Optional.of(new CapXml.Earlier(first.number(), Sample.NOW));
        var outgoing = Outgoing.of(sent, sent.progress().text().orElseThrow()).orElseThrow();
        return cap.write(new CapXml.Sheet(outgoing, Sample.NOW, earlier, act == AlertAct.RETRACT));
    }

    private Alert said(Alert alert, Optional<Alert> earlier) {
        var text = wording.say(alert, template(alert), earlier, OrdersInForce.of(List.of(alert)));
        return alert.with(alert.progress().said(text));
    }

    private Alert alert(World world, AlertAct act, Optional<Alert> about) {
        Content order = Sample.order(OrderLevel.INSTRUCT, "大字佐敷", "大字箙瀬");
        String template = switch (act) {
            case ISSUE, CORRECT -> order.template();
            case LIFT -> "evacuation-lift";
            case RETRACT -> "retract";
        };
        Content content = new Content(
                order.kind(), template, order.level(), order.districts(), order.blanks(), order.order(), order.until());
        return Sample.alert(world, act, about.map(Alert::id), content, new AlertState.Open(Sample.NOW));
    }

    private town.machi.alert.words.AlertTemplate template(Alert alert) {
        return templates.find(alert.content().template()).orElseThrow();
    }
}
