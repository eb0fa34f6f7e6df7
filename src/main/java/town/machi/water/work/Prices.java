package town.machi.water.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import town.machi.platform.Town;
import town.machi.water.Service;
import town.machi.water.Tariff;

/// The town's tables of prices, from `water.yaml`; in the demo from `demo/water.yaml` where there is one.
@Component
public class Prices {

    private static final Logger LOG = LoggerFactory.getLogger(Prices.class);

    private final List<Tariff> tariffs;
    private final List<String> faults;

    Prices(Town town) {
        Path own = town.folder().resolve("water.yaml");
        Path demo = town.folder().resolve("demo/water.yaml");
        PriceFile.Result result = PriceFile.read(town.demo() && Files.exists(demo) ? demo : own);
        this.tariffs = result.tariffs();
        this.faults = result.faults();
        faults.forEach(fault -> LOG.error("料金表を使えません。{}", fault));
    }

    /// The table that holds on a day; empty where the town has set none (未設定).
    public Optional<Tariff> find(Service service, LocalDate day) {
        return tariffs.stream()
                .filter(tariff ->
                        tariff.service() == service && !tariff.validFrom().isAfter(day))
                .max(Comparator.comparing(Tariff::validFrom));
    }

    /// What is wrong in the file, in Japanese sentences for the office.
    public List<String> faults() {
        return faults;
    }
}
