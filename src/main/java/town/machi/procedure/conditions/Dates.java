package town.machi.procedure.conditions;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import town.machi.kernel.BusinessCalendar;

/// Days in conditions: an opaque type `date` with its comparisons, and the functions that count days.
///
/// Error Prone wants CEL's functions annotated as immutable; ours hold nothing but a calendar, which is.
@SuppressWarnings("Immutable")
final class Dates {

    static final OpaqueType DATE = OpaqueType.create("date");

    /// Names of our functions, for the list that a clerk sees.
    static final List<String> FUNCTIONS =
            List.of("date", "age", "isBusinessDay", "businessDaysAfter", "businessDaysBetween");

    private static final int MOST_BUSINESS_DAYS = 400;

    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    private Dates() {}

    static Dates of(BusinessCalendar calendar) {
        Dates dates = new Dates();
        dates.comparisons();
        dates.days();
        dates.businessDays(calendar);
        return dates;
    }

    List<CelFunctionDecl> declarations() {
        return declarations;
    }

    List<CelFunctionBinding> bindings() {
        return bindings;
    }

    private void comparisons() {
        compare("_>=_", "date_ge", (a, b) -> !a.isBefore(b));
        compare("_<=_", "date_le", (a, b) -> !a.isAfter(b));
        compare("_>_", "date_gt", LocalDate::isAfter);
        compare("_<_", "date_lt", LocalDate::isBefore);
    }

    private void compare(String operator, String id, BiPredicate<LocalDate, LocalDate> test) {
        add(
                operator,
                CelOverloadDecl.newGlobalOverload(id, SimpleType.BOOL, DATE, DATE),
                CelFunctionBinding.from(id, LocalDate.class, LocalDate.class, test::test));
    }

    private void days() {
        two("_+_", "date_plus_days", DATE, LocalDate::plusDays);
        two("_-_", "date_minus_days", DATE, LocalDate::minusDays);
        add(
                "date",
                CelOverloadDecl.newGlobalOverload("date_of_text", DATE, SimpleType.STRING),
                CelFunctionBinding.from("date_of_text", String.class, LocalDate::parse));
        add(
                "ageOn",
                CelOverloadDecl.newGlobalOverload("age_on", SimpleType.INT, DATE, DATE),
                CelFunctionBinding.from("age_on", LocalDate.class, LocalDate.class, (birth, day) ->
                        (long) Period.between(birth, day).getYears()));
    }

    private void businessDays(BusinessCalendar calendar) {
        two(
                "businessDaysAfter",
                "business_days_after",
                DATE,
                (day, n) -> calendar.plusBusinessDays(day, Math.clamp(n, -MOST_BUSINESS_DAYS, MOST_BUSINESS_DAYS)));
        add(
                "isBusinessDay",
                CelOverloadDecl.newGlobalOverload("is_business_day", SimpleType.BOOL, DATE),
                CelFunctionBinding.from("is_business_day", LocalDate.class, calendar::isOpen));
        add(
                "businessDaysBetween",
                CelOverloadDecl.newGlobalOverload("business_days_between", SimpleType.INT, DATE, DATE),
                CelFunctionBinding.from("business_days_between", LocalDate.class, LocalDate.class, (from, to) ->
                        (long) calendar.businessDaysBetween(from, to)));
    }

    private interface DayFunction {
        LocalDate apply(LocalDate day, long n);
    }

    private void two(String function, String id, CelType result, DayFunction body) {
        add(
                function,
                CelOverloadDecl.newGlobalOverload(id, result, DATE, SimpleType.INT),
                CelFunctionBinding.from(id, LocalDate.class, Long.class, body::apply));
    }

    private void add(String function, CelOverloadDecl overload, CelFunctionBinding binding) {
        declarations.add(CelFunctionDecl.newFunctionDeclaration(function, overload));
        bindings.add(binding);
    }
}
