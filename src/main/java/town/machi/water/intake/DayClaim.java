package town.machi.water.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.platform.Zone;
import town.machi.submission.Filing;
import town.machi.submission.FilingClaim;
import town.machi.water.CrewDays;
import town.machi.water.SlotOutcome;

/// A filing about water takes a place on a crew's day. Where the last one went to somebody else, it is refused with
/// the next days that are free.
@Component
class DayClaim implements FilingClaim {

    private final CrewDays days;
    private final SupplyArea area;
    private final Zone zone;

    DayClaim(CrewDays days, SupplyArea area, Zone zone) {
        this.days = days;
        this.area = area;
        this.zone = zone;
    }

    /// Where the town is cut in two, whoever files outside can only wish: whether there is such a wish, and it is not
    /// settled yet. Inside, the case takes the day as it opens.
    boolean isOpenWish(UUID submission, Said said) {
        return zone == Zone.INNER && comes(said) && days.find(submission).isEmpty();
    }

    /// Whether a filing here names a day that only the other zone can promise.
    boolean isWish(Said said) {
        return zone == Zone.PUBLIC && comes(said);
    }

    @Override
    public List<FieldFault> claim(Filing filing, Answers answers) {
        Optional<WaterForm> form = WaterForm.of(filing.published().name());
        Optional<Said> said = Said.of(filing.published().name(), answers);
        if (form.isEmpty() || said.isEmpty() || !comes(said.get())) {
            return List.of();
        }
        LocalDate day = said.get().day().orElseThrow();
        return switch (days.take(filing.id(), day)) {
            case SlotOutcome.Taken _, SlotOutcome.Unlimited _ -> List.of();
            case SlotOutcome.Full(List<LocalDate> next) ->
                List.of(
                        next.isEmpty()
                                ? FieldFault.of(form.get().day(), "form.date.full", day)
                                : FieldFault.of(form.get().day(), "form.date.full-next", day, next));
        };
    }

    /// Whether somebody of ours drives there at all.
    private boolean comes(Said said) {
        return said.kind().isWork()
                && said.day().isPresent()
                && !area.isOutside(said.spot().area());
    }

    @Override
    public void release(UUID submission) {
        days.free(submission);
    }
}
