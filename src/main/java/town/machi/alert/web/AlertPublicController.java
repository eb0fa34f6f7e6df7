package town.machi.alert.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertProblem;
import town.machi.alert.AlertText;
import town.machi.alert.Chains;
import town.machi.alert.World;
import town.machi.alert.channel.AtomFeed;
import town.machi.alert.channel.CapXml;
import town.machi.alert.channel.Outgoing;
import town.machi.alert.desk.AlertLooking;
import town.machi.alert.desk.CurrentAlerts;
import town.machi.alert.words.AlertTemplates;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.shell.Messages;
import town.machi.shell.Reply;
import town.machi.shell.Texts;

/// What everybody may read: what is on, what was, each message, and the same for machines.
@Controller
class AlertPublicController {

    private static final int MOST = 50;

    private final AlertLooking looking;
    private final CurrentAlerts current;
    private final AlertTemplates templates;
    private final Messages messages;
    private final Machines machines;

    AlertPublicController(
            AlertLooking looking,
            CurrentAlerts current,
            AlertTemplates templates,
            Messages messages,
            Machines machines) {
        this.looking = looking;
        this.current = current;
        this.templates = templates;
        this.messages = messages;
        this.machines = machines;
    }

    @org.springframework.stereotype.Component
    record Machines(CapXml cap, AtomFeed atom) {}

    @GetMapping("/alerts")
    Reply list(Language language) {
        Texts texts = messages.in(language);
        List<AlertsPage.Order> orders = new ArrayList<>();
        current.orders()
                .byLevel()
                .forEach((level, districts) -> orders.add(new AlertsPage.Order(
                        level.level(),
                        texts.get("alert.order." + level.code()),
                        templates.places().say(districts, language))));
        List<AlertsPage.Line> on = current.listOn().stream()
                .map(chain -> line(chain.current(), language, chain))
                .toList();
        List<AlertsPage.Line> past = current.listSent().stream()
                .limit(MOST)
                .map(alert -> line(alert, language, null))
                .toList();
        return new AlertsPage(orders, on, past);
    }

    private AlertsPage.Line line(
            Alert alert, Language language, Chains.@org.jspecify.annotations.Nullable Chain chain) {
        AlertText.Said said = alert.progress().text().orElseThrow().in(language);
        var districts = chain == null ? alert.content().districts() : chain.districts();
        return new AlertsPage.Line(
                "/alerts/" + alert.number(),
                said.first(),
                said.marked(),
                templates.places().say(districts, language),
                current.sentAt(alert.id()).orElse(Instant.EPOCH),
                shownLevel(alert),
                alert.world().isDrill());
    }

    /// What ends something wears no level's colour.
    private static int shownLevel(Alert alert) {
        boolean over = alert.act() == AlertAct.LIFT || alert.act() == AlertAct.RETRACT;
        return over ? 0 : alert.content().level();
    }

    @GetMapping("/alerts/{number:k?[0-9]{4}-[0-9]{1,6}}")
    Reply show(@PathVariable String number, Language language) {
        Outgoing outgoing = outgoing(number);
        Alert alert = outgoing.alert();
        List<AlertsPage.Line> after = looking.related(alert).stream()
                .filter(other -> other.isSent() && isAfter(other, alert))
                .map(other -> line(other, language, null))
                .toList();
        boolean over = looking.chain(alert)
                .map(chain -> chain.isOver() || !chain.isOn(current.now()))
                .orElse(false);
        return new AlertNoticePage(
                number,
                outgoing.text().in(language),
                looking.sentAt(alert.id()).orElse(Instant.EPOCH),
                templates.places().say(alert.content().districts(), language),
                shownLevel(alert),
                alert.content().kind() == town.machi.alert.AlertKind.WEATHER,
                alert.act() == AlertAct.ISSUE || alert.act() == AlertAct.CORRECT ? over : false,
                after,
                outgoing.text().shortHash());
    }

    private boolean isAfter(Alert other, Alert alert) {
        return looking.sentAt(other.id())
                .orElse(Instant.EPOCH)
                .isAfter(looking.sentAt(alert.id()).orElse(Instant.MAX));
    }

    @GetMapping("/alerts/{number:k?[0-9]{4}-[0-9]{1,6}}/cap.xml")
    ResponseEntity<byte[]> cap(@PathVariable String number) {
        Outgoing outgoing = outgoing(number);
        Alert alert = outgoing.alert();
        var earlier = looking.earlier(alert)
                .map(other -> new CapXml.Earlier(
                        other.number(), looking.sentAt(other.id()).orElseThrow()));
        String xml = machines.cap()
                .write(new CapXml.Sheet(
                        outgoing, looking.sentAt(alert.id()).orElseThrow(), earlier, looking.endsAll(alert)));
        return xml("application/cap+xml", xml);
    }

    @GetMapping("/alerts/feed.xml")
    ResponseEntity<byte[]> feed() {
        List<AtomFeed.Entry> entries = current.listSent().stream()
                .limit(MOST)
                .flatMap(alert -> Outgoing.of(alert, alert.progress().text().orElseThrow()).stream())
                .map(outgoing -> new AtomFeed.Entry(
                        outgoing, current.sentAt(outgoing.alert().id()).orElse(Instant.EPOCH)))
                .toList();
        return xml("application/atom+xml", machines.atom().write(entries));
    }

    private static ResponseEntity<byte[]> xml(String type, String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(10)).cachePublic())
                .contentType(MediaType.parseMediaType(type + "; charset=UTF-8"))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Only what went out to residents; of an 内部訓練 nobody learns that it exists.
    private Outgoing outgoing(String number) {
        return looking.findByNumber(number)
                .filter(alert -> alert.world() != World.INTERNAL_DRILL)
                .flatMap(alert -> alert.progress().text().flatMap(text -> Outgoing.of(alert, text)))
                .orElseThrow(() -> new ProblemException(AlertProblem.NO_SUCH_ALERT));
    }
}
