package town.machi.water.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.kernel.Yen;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.water.Estimate;
import town.machi.water.Service;
import town.machi.water.Settlement;
import town.machi.water.Tariff;

/// 精算見込 and the settled amount in the resident's words, each service on a line of its own.
@Component
public class EstimateWords {

    private final Messages messages;

    EstimateWords(Messages messages) {
        this.messages = messages;
    }

    /// @param estimate empty where no last reading is known
    String of(Settlement settlement, Optional<Estimate> estimate, Language language) {
        Texts texts = messages.in(language);
        if (estimate.isEmpty() || estimate.get().used().isEmpty()) {
            return reading(settlement, texts) + texts.get("water.estimate.unknown");
        }
        Estimate found = estimate.get();
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                "water.estimate.head", found.from(), found.to(), found.used().getAsInt()));
        found.lines().forEach(line -> lines.add(line(line, texts)));
        lines.add(found.total()
                .map(total -> texts.get("water.estimate.total", total.format()))
                .orElse(texts.get("water.estimate.unset")));
        if (found.isExample()) {
            lines.add(texts.get("water.estimate.example"));
        }
        lines.add(texts.get("water.estimate.note"));
        if (found.lines().stream().anyMatch(line -> line.service().isCharge())) {
            lines.add(texts.get("water.estimate.instruction"));
        }
        return String.join("\n", lines);
    }

    /// What the billing system has settled. Where a 使用料 is among it, the whole 教示 follows, in the town's own words
    /// between two plain sentences of the reader's; water itself is a contract and has none.
    ///
    /// @param instruction empty: the town has not set it
    String settled(Settlement.Progress.Billed billed, Optional<String> instruction, Language language) {
        Texts texts = messages.in(language);
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("water.settled.head", billed.on()));
        for (Service service : Service.values()) {
            Yen yen = billed.lines().get(service);
            if (yen != null) {
                lines.add(texts.get("water.estimate.line", name(service, texts), yen.format()));
            }
        }
        lines.add(texts.get("water.estimate.total", billed.total().format()));
        if (billed.lines().keySet().stream().anyMatch(Service::isCharge)) {
            lines.add(texts.get("water.settled.instruction"));
            lines.add(instruction.orElse(texts.get("water.settled.instruction-unset")));
            lines.add(texts.get("water.settled.instruction-ask"));
        }
        return String.join("\n", lines);
    }

    private static String line(Estimate.Line line, Texts texts) {
        String amount =
                line.charge().map(Tariff.Charge::total).map(Yen::format).orElse(texts.get("water.estimate.unset-line"));
        return texts.get("water.estimate.line", name(line.service(), texts), amount);
    }

    private static String name(Service service, Texts texts) {
        return switch (service) {
            case WATER -> texts.get("water.service.water");
            case SEWER -> texts.get("water.service.sewer");
            case RURAL_SEWER -> texts.get("water.service.rural-sewer");
        };
    }

    private static String reading(Settlement settlement, Texts texts) {
        OptionalInt now = settlement.read().now();
        return now.isEmpty() ? "" : texts.get("water.estimate.reading", now.getAsInt()) + "\n";
    }
}
