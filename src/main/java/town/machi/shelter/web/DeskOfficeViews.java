package town.machi.shelter.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.identity.QrCode;
import town.machi.kernel.Language;
import town.machi.platform.Town;
import town.machi.shell.DayWords;
import town.machi.shell.Messages;
import town.machi.shelter.Opening;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.entrance.DeskDevice;
import town.machi.shelter.entrance.DeskPass;
import town.machi.shelter.entrance.Devices;
import town.machi.shelter.entrance.Passes;

/// The words of the office's pages on desks.
@Component
class DeskOfficeViews {

    private static final long CLOCKS_DIFFER_MILLIS = 120_000;

    private final Town town;
    private final DayWords days;
    private final Clock clock;

    DeskOfficeViews(Town town, Messages messages, Clock clock) {
        this.town = town;
        this.days = messages.in(Language.JA).days();
        this.clock = clock;
    }

    /// The code that was asked for, and of which desk.
    record Shown(UUID desk, Devices.Renewal code) {}

    DeskSheltersPage choose(List<Shelter> shelters, List<Opening> live, InUse inUse) {
        Map<ShelterId, Opening> open =
                live.stream().collect(Collectors.toMap(Opening::shelter, Function.identity(), (one, _) -> one));
        List<DeskSheltersPage.Row> rows = shelters.stream()
                .map(shelter -> {
                    Opening opening = open.get(shelter.id());
                    String state = opening == null
                            ? ""
                            : (inUse.isDrill(shelter.id()) ? "訓練で" : "")
                                    + opening.state().label();
                    return new DeskSheltersPage.Row(
                            shelter.name(),
                            "/office/shelter-desks/" + shelter.id().value(),
                            state);
                })
                .toList();
        return new DeskSheltersPage(
                rows.stream().filter(row -> !row.state().isEmpty()).toList(),
                rows.stream().filter(row -> row.state().isEmpty()).toList());
    }

    DesksPage page(
            Shelter shelter,
            List<DeskDevice> desks,
            List<DeskPass> cards,
            @Nullable Shown shown,
            DeskOffice.Buttons buttons) {
        Instant now = clock.instant();
        return new DesksPage(
                shelter.name(),
                "/office/shelter-desks/" + shelter.id().value(),
                "/shelters/paper/" + shelter.id().value() + "/poster.pdf",
                desks.stream().map(desk -> row(desk, shown, now)).toList(),
                cards.stream().map(card -> row(card, now)).toList(),
                buttons.chief(),
                buttons.drill(),
                buttons.device(),
                buttons.card());
    }

    DeskCardPage card(Shelter shelter, Passes.Given given) {
        String address = town.baseUri() + "/desk#pass=" + given.code();
        return new DeskCardPage(
                shelter.name(),
                given.pass().number(),
                grouped(given.code()),
                picture(QrCode.svg(address)),
                town.baseUri() + "/desk",
                days.moment(given.pass().goodUntil()),
                "/office/shelter-desks/" + shelter.id().value());
    }

    private DesksPage.Desk row(DeskDevice desk, @Nullable Shown shown, Instant now) {
        String code = shown != null && shown.desk().equals(desk.id())
                ? shown.code().number() + "番: " + grouped(shown.code().code())
                : null;
        Instant seen = desk.seenAt();
        return new DesksPage.Desk(
                desk.id().toString(),
                desk.label(),
                desk.pass().kind() == DeskPass.Kind.CARD
                        ? "応援カード " + desk.pass().number()
                        : "職員",
                seen == null ? "まだ" : days.moment(seen),
                clockWords(desk.offsetMillis()),
                leaseWords(desk, now),
                code,
                desk.isRevoked());
    }

    private static String clockWords(@Nullable Long offset) {
        if (offset == null || Math.abs(offset) < CLOCKS_DIFFER_MILLIS) {
            return "";
        }
        Duration difference = Duration.ofMillis(Math.abs(offset));
        String much = difference.toHours() > 0
                ? difference.toHours() + "時間" + difference.toMinutesPart() + "分"
                : difference.toMinutes() + "分";
        return "時計が" + much + (offset > 0 ? "進んでいます" : "遅れています");
    }

    private String leaseWords(DeskDevice desk, Instant now) {
        if (desk.isRevoked()) {
            return "止めました";
        }
        if (desk.isCardOver(now)) {
            return "応援カードの期限が過ぎました";
        }
        String until = days.moment(desk.leaseUntil());
        return desk.leaseUntil().isAfter(now) ? until + "まで" : until + "に切れました（更新コードを使えば、その先も）";
    }

    private DesksPage.Card row(DeskPass card, Instant now) {
        String state = card.revokedAt() != null
                ? "取り消しました"
                : card.goodUntil().isAfter(now) ? days.moment(card.goodUntil()) + "まで" : "期限が過ぎました";
        return new DesksPage.Card(card.id().toString(), card.number(), state, card.isGood(now));
    }

    private static String picture(String svg) {
        byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /// Four at a time, to be read out.
    private static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }
}
