package town.machi.platform.vitals;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.platform.Vital;
import town.machi.platform.Vital.Unit;
import town.machi.platform.Vitals;

/// The vital signs beside what the libraries measure, read when a collector asks: `machi_mail_waiting`,
/// `machi_backup_age_seconds` …, and `machi_vital_state` (0 good, 1 look, 2 wrong) for each.
@Component
class VitalMetrics implements MultiCollector {

    private final Vitals vitals;

    VitalMetrics(Vitals vitals, ObjectProvider<PrometheusMeterRegistry> registry) {
        this.vitals = vitals;
        registry.ifAvailable(known -> known.getPrometheusRegistry().register(this));
    }

    @Override
    public MetricSnapshots collect() {
        List<MetricSnapshot> all = new ArrayList<>();
        GaugeSnapshot.Builder states =
                GaugeSnapshot.builder().name("machi_vital_state").help("0 good, 1 look at it, 2 wrong");
        for (Vital vital : vitals.read()) {
            states.dataPoint(point(vital.state().ordinal(), Labels.of("vital", vital.name())));
            all.add(GaugeSnapshot.builder()
                    .name(nameOf(vital))
                    .dataPoint(point(vital.value(), Labels.EMPTY))
                    .build());
        }
        all.add(states.build());
        return new MetricSnapshots(all);
    }

    private static GaugeSnapshot.GaugeDataPointSnapshot point(double value, Labels labels) {
        return GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .value(value)
                .labels(labels)
                .build();
    }

    private static String nameOf(Vital vital) {
        String unit =
                vital.unit() == Unit.COUNT ? "" : "_" + vital.unit().name().toLowerCase(Locale.ROOT);
        return "machi_" + vital.name() + unit;
    }
}
