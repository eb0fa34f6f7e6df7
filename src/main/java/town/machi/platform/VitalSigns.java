package town.machi.platform;

import java.util.List;

/// Extension point: what a room tells those who run the town. Read on every look at the status page and by every
/// collector of metrics, so it must be cheap; it holds nothing about a person.
public interface VitalSigns {

    List<Vital> read();
}
