package town.machi.water;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.casework.CaseId;
import town.machi.kernel.Yen;

/// 精算: the reading that ends a supply (or begins one), on its way to the billing system, and the amount that comes
/// back. There is one for each order, so one reading is sent for each closing.
///
/// @param number 精算番号, which the billing system gives back
/// @param notice what was asked for: whoever pauses (休止) keeps the contract, and the billing system has to know
/// @param at of the point as it was then
public record Settlement(
        WorkOrderId order,
        long number,
        CasePoint.Kind notice,
        SupplyPointId point,
        Optional<CaseId> caseId,
        At at,
        Read read,
        Progress progress) {

    /// [OrderKind#OPEN] or [OrderKind#CLOSE]; only a closing expects an amount.
    public OrderKind kind() {
        return OrderKind.of(notice);
    }

    /// @param customer お客様番号; empty: none
    public record At(String customer, String meterNumber, int calibre, Set<Service> services) {

        public At {
            services = Set.copyOf(services);
        }
    }

    /// @param last the reading before, in m³
    /// @param lastOn null exactly when there is none
    /// @param now empty while nobody has read it, as when there is only a photo
    /// @param used m³ since the last one; empty where it cannot be known
    /// @param on the day on which the valve was turned
    public record Read(OptionalInt last, @Nullable LocalDate lastOn, OptionalInt now, OptionalInt used, LocalDate on) {}

    /// How far it has come.
    public sealed interface Progress {

        /// Somebody of the office has to read the photo, or to say what counts.
        record NeedsReading() implements Progress {}

        record ToSend() implements Progress {}

        /// It stands in a file that was made for the billing system.
        record Sent(UUID batch, long batchNumber) implements Progress {}

        /// @param lines what each service came to
        /// @param on 調定の日
        record Billed(Map<Service, Yen> lines, Yen total, LocalDate on) implements Progress {

            public Billed {
                lines = Map.copyOf(lines);
            }
        }
    }

    public boolean isBilled() {
        return progress instanceof Progress.Billed;
    }
}
