package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Refusal;
import town.machi.water.VisitReport.Pilot;
import town.machi.water.VisitReport.Result;

@DisplayName("作業を終えたと言える条件")
class VisitRulesTests {

    private static final VisitRules.Known KNOWN = new VisitRules.Known("A-1234", 13, OptionalInt.of(100));

    @Test
    @DisplayName("開けたあとパイロットが回っていれば、開けたままにはできない")
    void pilot() {
        assertThat(refusal(OrderKind.OPEN, report(Result.DONE, true, Pilot.TURNING, 120, "")))
                .isEqualTo("water.visit.pilot-turns");
        assertThat(refusal(OrderKind.OPEN, report(Result.UNABLE, true, Pilot.TURNING, 120, "漏水")))
                .isEqualTo("water.visit.pilot-turns");
        assertThat(refusal(OrderKind.OPEN, report(Result.UNABLE, false, Pilot.TURNING, 120, "漏水")))
                .isEmpty();
        assertThat(refusal(OrderKind.OPEN, report(Result.DONE, true, Pilot.NOT_LOOKED, 120, "")))
                .isEqualTo("water.visit.pilot-not-looked");
        assertThat(refusal(OrderKind.OPEN, report(Result.DONE, true, Pilot.STILL, 120, "")))
                .isEmpty();
    }

    @Test
    @DisplayName("閉栓は、弁が閉まっていなければ終わらない")
    void valve() {
        assertThat(refusal(OrderKind.CLOSE, report(Result.DONE, true, Pilot.STILL, 120, "")))
                .isEqualTo("water.visit.still-open");
        assertThat(refusal(OrderKind.CLOSE, report(Result.DONE, false, Pilot.NOT_LOOKED, 120, "")))
                .isEmpty();
    }

    @Test
    @DisplayName("メーター番号は全角や小文字でも同じと分かり、別の番号なら理由を求める")
    void otherMeter() {
        assertThat(refusal(OrderKind.CLOSE, report("ａ１２３４", ""))).isEmpty();
        assertThat(refusal(OrderKind.CLOSE, report("B-9999", ""))).isEqualTo("water.visit.other-meter");
        assertThat(refusal(OrderKind.CLOSE, report("B-9999", "台帳が古い。現地はこの番号"))).isEmpty();
    }

    @Property
    @Label("終えた報告には、必ず指針か写真か理由がある")
    void somethingIsShown(
            @ForAll OrderKind kind,
            @ForAll boolean read,
            @ForAll boolean photo,
            @ForAll boolean told,
            @ForAll Pilot pilot,
            @ForAll boolean opened,
            @ForAll @IntRange(max = 300) int figure) {
        VisitReport report = new VisitReport(
                UUID.randomUUID(),
                Instant.EPOCH,
                Result.DONE,
                new VisitReport.Meter("A-1234", 13, opened, pilot),
                read ? Optional.of(MeterReading.of(figure)) : Optional.empty(),
                photo ? "IMG_1.jpg" : "",
                told ? "蓋の上に車" : "",
                "");
        if (VisitRules.findReasonAgainst(kind, KNOWN, report).isEmpty()) {
            assertThat(read || photo || told).isTrue();
            assertThat(!read || figure >= 100).isTrue();
            assertThat(kind != OrderKind.CLOSE || !opened).isTrue();
            assertThat(kind != OrderKind.OPEN || (opened && pilot == Pilot.STILL))
                    .isTrue();
            assertThat(kind).isNotEqualTo(OrderKind.EXCHANGE);
        }
    }

    private static String refusal(OrderKind kind, VisitReport report) {
        return VisitRules.findReasonAgainst(kind, KNOWN, report)
                .map(Refusal::key)
                .orElse("");
    }

    private static VisitReport report(String number, String reason) {
        return new VisitReport(
                UUID.randomUUID(),
                Instant.EPOCH,
                Result.DONE,
                new VisitReport.Meter(number, 13, false, Pilot.NOT_LOOKED),
                Optional.of(MeterReading.of(120)),
                "",
                reason,
                "");
    }

    private static VisitReport report(Result result, boolean opened, Pilot pilot, int figure, String reason) {
        return new VisitReport(
                UUID.randomUUID(),
                Instant.EPOCH,
                result,
                new VisitReport.Meter("A1234", 13, opened, pilot),
                Optional.of(MeterReading.of(figure)),
                "",
                reason,
                "");
    }
}
