package town.machi.water;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFilter;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.StaffId;
import town.machi.platform.Town;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
import town.machi.submission.Submissions;
import town.machi.water.jdbc.DemoPointRows;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.work.OrderSheets;

/// The demo's work of today: made-up notices (例) that were accepted, on the first two crews, and two meters that are
/// due. It goes through the same doors that people use.
@Component
@ConditionalOnBooleanProperty("machi.demo")
public class DemoWork {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWork.class);
    private static final int STOPS = 5;
    private static final int STARTS = 3;

    private final Procedures procedures;
    private final Submissions submissions;
    private final Cases cases;
    private final WorkOrders works;
    private final CrewDays days;
    private final Making making;

    DemoWork(
            Procedures procedures,
            Submissions submissions,
            Cases cases,
            WorkOrders works,
            CrewDays days,
            Making making) {
        this.procedures = procedures;
        this.submissions = submissions;
        this.cases = cases;
        this.works = works;
        this.days = days;
        this.making = making;
    }

    @Component
    @ConditionalOnBooleanProperty("machi.demo")
    record Making(DemoPointRows points, OrderRows orders, OrderSheets sheets, Town town, RandomGenerator random) {}

    /// Does nothing where a crew has work already.
    ///
    /// @param members who drives with the first crew, with the second …
    public void fill(Actor.Staff clerk, List<List<StaffId>> members) {
        List<Crew> crews = days.listCrews().stream().filter(Crew::active).toList();
        for (int i = 0; i < members.size() && i < crews.size(); i++) {
            Crew crew = crews.get(i);
            members.get(i).forEach(staff -> works.join(staff, crew.id()));
        }
        boolean there = making.orders().listOpen().stream()
                .anyMatch(order -> order.plannedOn().isPresent()
                        && order.caseId().isPresent()
                        && !order.plannedOn().get().day().isAfter(workday()));
        if (there || crews.isEmpty()) {
            return;
        }
        List<SupplyPoint> used = making.points().list(PointStanding.IN_USE, STOPS + 2);
        List<SupplyPoint> empty = making.points().list(PointStanding.UNUSED, STARTS);
        used.stream().limit(STOPS).forEach(point -> file("water-stop", point, clerk));
        empty.forEach(point -> file("water-start", point, clerk));
        used.stream().skip(STOPS).forEach(point -> works.exchange(point.id(), clerk));
        plan(crews, clerk);
    }

    /// Today, or the next day on which the crews work.
    private LocalDate workday() {
        return making.town().calendar().firstOpenFrom(making.sheets().today());
    }

    private void plan(List<Crew> crews, Actor.Staff clerk) {
        Set<UUID> ours = Stream.of(PointStanding.IN_USE, PointStanding.UNUSED)
                .flatMap(standing -> making.points().list(standing, STOPS + 2).stream())
                .map(DemoWork::idOf)
                .collect(Collectors.toSet());
        List<WorkOrder> open = making.orders().listOpen().stream()
                .filter(order -> ours.contains(order.holder()) || order.caseId().isEmpty())
                .toList();
        for (int i = 0; i < open.size(); i++) {
            WorkOrder order = open.get(i);
            CrewDay on = new CrewDay(crews.get(i % Math.min(2, crews.size())).id(), workday());
            works.plan(order.id(), on, order.revision(), clerk);
        }
    }

    private void file(String procedure, SupplyPoint point, Actor.Staff clerk) {
        Optional<Published> published = procedures.findPublished(new ProcedureName(procedure));
        if (published.isEmpty()) {
            return;
        }
        UUID id = idOf(point);
        ReceiptNumber receipt = ReceiptNumber.generate(making.random());
        var sender = new Filing.Sender(
                new Actor.Resident(id.toString()),
                Channel.WEB,
                null,
                Language.JA,
                "jumin" + threeDigits(point.numbers().point()) + "@example.jp");
        Filing filing = new Filing(id, id, receipt, published.get(), answers(published.get(), point), sender);
        switch (submissions.file(filing)) {
            case FilingOutcome.Accepted(var filed, var first) -> accept(filed.number(), clerk);
            case FilingOutcome.Incomplete(var faults) ->
                LOG.warn("the demo's {} does not fit its form: {}", procedure, faults);
        }
    }

    /// The same on every node.
    private static UUID idOf(SupplyPoint point) {
        return UUID.nameUUIDFromBytes(("demo work " + point.numbers().point()).getBytes(StandardCharsets.UTF_8));
    }

    private void accept(ReceiptNumber receipt, Actor.Staff clerk) {
        CaseFilter filter = CaseFilter.of(CaseFilter.View.ALL).withWords(receipt.format());
        cases.list(filter, Optional.empty(), clerk).lines().stream()
                .findFirst()
                .ifPresent(line -> cases.act(
                        line.id(),
                        Move.of("accept", cases.get(line.id()).revision()),
                        UUID.nameUUIDFromBytes(("demo accept " + line.id()).getBytes(StandardCharsets.UTF_8)),
                        clerk));
    }

    private Answers answers(Published published, SupplyPoint point) {
        Map<String, String> values = new TreeMap<>();
        address(values, "place", point.site());
        if (point.numbers().customer() != null) {
            values.put("customer", point.numbers().customer());
        }
        String day = String.valueOf(procedures.facts(published.definition()).getOrDefault("earliestStart", workday()));
        if (published.definition().name().value().equals("water-start")) {
            values.putAll(Map.of("startsOn", day, "holder", "person", "payment", "slip", "billElsewhere", "here"));
            values.putAll(
                    Map.of("user.family", "例原", "user.given", "新", "user.familyKana", "レイハラ", "user.givenKana", "アラタ"));
        } else {
            values.putAll(Map.of("stopsOn", day, "reason", "moveOut", "settlement", "slip"));
            point.supply().user().ifPresent(user -> name(values, user));
            address(values, "forward", point.site());
        }
        values.put("presence", point.meter().calibreMillimetres() > 13 ? "present" : "none");
        values.put("phone", "0966-00-9" + threeDigits(point.numbers().point()));
        TreeMap<String, Answer> answers = new TreeMap<>();
        values.forEach((path, value) -> answers.put(
                path,
                new Answer(
                        value,
                        Answer.Source.TYPED,
                        "resident:demo",
                        making.sheets().now())));
        return new Answers(answers);
    }

    private static String threeDigits(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.length() < 3 ? "000" : digits.substring(digits.length() - 3);
    }

    private static void name(Map<String, String> values, SupplyPoint.User user) {
        String[] name = (user.name() + " 例").split("[ \u3000]");
        String[] kana = (user.kana() + " レイ").split("[ \u3000]");
        values.putAll(Map.of(
                "user.family", name[0], "user.given", name[1], "user.familyKana", kana[0], "user.givenKana", kana[1]));
    }

    private void address(Map<String, String> values, String path, SupplyPoint.Site site) {
        Town town = making.town();
        town.areas().stream()
                .filter(area -> area.name().equals(site.area()))
                .findFirst()
                .ifPresent(
                        area -> values.put(path + ".postcode", area.postalCode().toString()));
        values.put(path + ".prefecture", town.prefecture());
        values.put(path + ".municipality", town.municipality());
        values.put(path + ".area", site.area());
        values.put(path + ".number", site.number());
        if (!site.building().isEmpty()) {
            values.put(path + ".building", site.building());
        }
    }
}
