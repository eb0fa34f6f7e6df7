package town.machi.casework;

import java.time.Period;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.jdbc.DemoPastRows;

/// For the demo: cases that were closed long ago, so that there is something whose 保存期間 is over.
@Component
@ConditionalOnBooleanProperty("machi.demo")
public class DemoPast {

    private final DemoPastRows rows;

    DemoPast(DemoPastRows rows) {
        this.rows = rows;
    }

    /// The case came, and was closed, that much earlier.
    @Transactional
    public void move(CaseId id, Period back) {
        rows.move(id, back);
    }
}
