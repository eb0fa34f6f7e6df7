package town.machi.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import town.machi.demo.DemoAccount;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.database.DatabaseAddress;
import town.machi.support.ManyPeople;

/// この人について持っているもの: everything that is held on one person, among few and among many people, each with a
/// submission, a case, a paper, a mail, and a place in the registers of water, shelters and calls.
final class OnePerson {

    private static final int FEW = 2_000;
    private static final int MANY = 100_000;
    private static final int TRIES = 60;
    private static final Pattern RECORD = Pattern.compile("name=\"record\" value=\"([^\"]+)\"");

    private final BenchTown town;
    private final Results results;
    private final Random random = new Random(4825);

    OnePerson(BenchTown town, Results results) {
        this.town = town;
        this.results = results;
    }

    void measure() throws Exception {
        try (Visitor clerk = new Visitor(town.port())) {
            clerk.signIn(DemoAccount.named("bosai"));
            String page = clerk.open("/office/person");
            store(1, FEW);
            double few = median(clerk, page, FEW);
            store(FEW + 1, MANY);
            double many = median(clerk, page, MANY);
            results.add("everything held on one person among %,d people, median".formatted(FEW), few, "ms");
            results.add(
                    "everything held on one person among %,d people, median".formatted(MANY),
                    many,
                    "ms",
                    "%,d people".formatted(FEW),
                    few,
                    "< 500 ms and <= 2",
                    many < 500 && many / few <= 2);
        }
    }

    /// Where it lies, then all of it with its values, as a clerk asks for it.
    private double median(Visitor clerk, String page, int people) throws IOException {
        double[] taken = new double[TRIES];
        for (int i = -20; i < TRIES; i++) {
            int person = 1 + random.nextInt(people);
            clerk.comeBack();
            long begun = System.nanoTime();
            look(clerk, page, person);
            if (i >= 0) {
                taken[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(taken);
        return taken[TRIES / 2];
    }

    private void look(Visitor clerk, String page, int person) throws IOException {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("reason", "DISCLOSURE");
        typed.put("request", ReceiptNumber.generate(new Random(7)).format());
        typed.put("name", "例　花子" + person);
        typed.put("phone", "080%08d".formatted(person));
        typed.put("mail", "hanako" + person + "@example.jp");
        String found = clerk.send(page, "/office/person/find", typed);
        String records = RECORD.matcher(found)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .collect(Collectors.joining(","));
        typed.put("record", records);
        String opened = clerk.send(page, "/office/person/view", typed);
        Matcher sections = Pattern.compile("class=\"held\"").matcher(opened);
        long held = sections.results().count();
        if (held < 9) {
            throw new IllegalStateException("only " + held + " records of person " + person + " were found");
        }
    }

    private void store(int from, int to) throws SQLException {
        DatabaseAddress database = town.database();
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.owner(), database.password());
                Statement statement = connection.createStatement()) {
            ManyPeople.store(statement, from, to);
            statement.execute("VACUUM ANALYZE");
        }
    }
}
