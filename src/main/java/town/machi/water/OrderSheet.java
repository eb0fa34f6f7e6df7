package town.machi.water;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.machi.platform.FileId;

/// All that a crew needs to know of one order, on paper or on the phone.
///
/// @param who for whom the valve is turned, and how to reach them
/// @param presence whether somebody wants to be there
/// @param joined exchanges that ride along
/// @param visits earlier trips, oldest first
/// @param receipt number of the filing; empty for an exchange
public record OrderSheet(
        WorkOrder order,
        SupplyPoint point,
        Who who,
        boolean presence,
        Box box,
        List<WorkOrder> joined,
        List<Visit> visits,
        Optional<String> receipt) {

    public OrderSheet {
        joined = List.copyOf(joined);
        visits = List.copyOf(visits);
    }

    /// @param phone empty: not known
    public record Who(String name, String phone) {}

    /// Where the box is.
    ///
    /// @param words empty: nobody has said
    /// @param photo the last one; null: none
    public record Box(String words, @Nullable FileId photo) {}

    /// 閉栓 ＋ メーター取替
    public String task() {
        return joined.isEmpty() ? order.kind().label() : order.kind().label() + "＋" + OrderKind.EXCHANGE.label();
    }

    /// Whether the crew is done with it.
    public boolean isDone() {
        return order.state() instanceof WorkOrder.State.Done;
    }
}
