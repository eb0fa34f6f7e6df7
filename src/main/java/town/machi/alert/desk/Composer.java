package town.machi.alert.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertProblem;
import town.machi.alert.AlertText;
import town.machi.alert.Chains;
import town.machi.alert.Content;
import town.machi.alert.OrdersInForce;
import town.machi.alert.World;
import town.machi.alert.jdbc.AlertRows;
import town.machi.alert.words.AlertTemplate;
import town.machi.alert.words.AlertTemplates;
import town.machi.alert.words.PlaceWords;
import town.machi.alert.words.Wording;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Segment;

/// The words of a message: as they were sent, or as they would go out now.
@Component
public class Composer {

    private final AlertRows rows;
    private final AlertTemplates templates;
    private final Wording wording;

    Composer(AlertRows rows, AlertTemplates templates, Wording wording) {
        this.rows = rows;
        this.templates = templates;
        this.wording = wording;
    }

    public AlertText text(Alert alert) {
        return alert.progress().text().filter(_ -> alert.isSent()).orElseGet(() -> asOfNow(alert));
    }

    private AlertText asOfNow(Alert alert) {
        List<Alert> after = new ArrayList<>(rows.listSent(alert.world()));
        after.add(alert);
        return wording.say(alert, template(alert.content()), earlier(alert), OrdersInForce.of(after));
    }

    public AlertTemplate template(Content content) {
        return templates
                .find(content.template())
                .orElseThrow(() -> new ProblemException(AlertProblem.NO_SUCH_TEMPLATE));
    }

    public Optional<Alert> earlier(Alert alert) {
        return alert.about().flatMap(rows::find);
    }

    public Chains chains(World world) {
        return Chains.of(rows.listSent(world));
    }

    /// Why LINE would not take the words; each language is counted.
    public Optional<Refusal> findTooLong(AlertText text) {
        for (Language language : Language.values()) {
            int length = LineMessage.length(text.in(language).whole());
            if (length > LineMessage.LONGEST_TEXT) {
                return Optional.of(
                        Refusal.of("alert.refusal.too-long", label(language), length, LineMessage.LONGEST_TEXT));
            }
        }
        return Optional.empty();
    }

    public static String label(Language language) {
        return switch (language) {
            case JA -> "日本語";
            case EASY -> "やさしい日本語";
            case EN -> "English";
        };
    }

    /// Why an exercise with residents may not begin now: they must not have to tell two kinds of orders apart.
    Optional<Refusal> findRealOrder(Alert alert) {
        boolean begins = alert.world() == World.PUBLIC_DRILL && alert.act() == AlertAct.ISSUE;
        return begins && !OrdersInForce.of(rows.listSent(World.REAL)).isEmpty()
                ? Optional.of(Refusal.of("alert.refusal.real-order"))
                : Optional.empty();
    }

    /// What the person types who sends alone.
    public String districtsToType(Alert alert) {
        return templates.places().say(alert.content().districts(), Language.JA);
    }

    /// Whether it ends all that was left of what it names, as CAP's Cancel says.
    public boolean endsAll(Alert alert) {
        return switch (alert.act()) {
            case RETRACT -> true;
            case LIFT -> {
                List<Alert> sent = new ArrayList<>();
                for (Alert each : rows.listSent(alert.world())) {
                    sent.add(each);
                    if (each.id().equals(alert.id())) {
                        break;
                    }
                }
                yield Chains.of(sent).find(alert.id()).map(Chains.Chain::isOver).orElse(false);
            }
            case ISSUE, CORRECT -> false;
        };
    }

    /// The messages before it in its chain that said the thing itself: the first one and its corrections.
    List<Alert> listBefore(Alert alert) {
        return rows.listChain(alert.id()).stream()
                .filter(each -> each.isSent() && !each.id().equals(alert.id()))
                .filter(each -> each.act() == AlertAct.ISSUE || each.act() == AlertAct.CORRECT)
                .toList();
    }

    /// Whether a later message took its place or ended it altogether. What ends something is never replaced.
    public boolean isReplaced(Alert alert) {
        boolean says = alert.act() == AlertAct.ISSUE || alert.act() == AlertAct.CORRECT;
        return says
                && alert.isSent()
                && chains(alert.world())
                        .find(alert.id())
                        .filter(chain -> !chain.isOver() && chain.current().id().equals(alert.id()))
                        .isEmpty();
    }

    /// For whom a message is. Whoever was told something wrong is told that it was, also where the new words name
    /// their district no more.
    Segment segment(Alert alert) {
        Set<String> districts = new TreeSet<>(alert.content().districts());
        if (alert.act() == AlertAct.CORRECT || alert.act() == AlertAct.RETRACT) {
            listBefore(alert)
                    .forEach(before -> districts.addAll(before.content().districts()));
        }
        return places().isWholeTown(districts) ? Segment.everyone() : Segment.ofDistricts(districts);
    }

    public PlaceWords places() {
        return templates.places();
    }

    public AlertTemplates templates() {
        return templates;
    }
}
