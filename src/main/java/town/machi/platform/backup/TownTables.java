package town.machi.platform.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database knows of the rooms' tables.
final class TownTables {

    private static final String OURS = """
            c.relkind = 'r' AND n.nspname = ANY(:rooms::text[])
            AND c.relname <> 'migration_history' AND (n.nspname, c.relname) <> ('platform', 'migrated')
            """;

    private final JdbcClient jdbc;
    private final String[] rooms;

    TownTables(JdbcClient jdbc, List<String> rooms) {
        this.jdbc = jdbc;
        this.rooms = rooms.toArray(String[]::new);
    }

    /// The columns that hold something of their own, by table; what is referred to comes first.
    SequencedMap<String, List<String>> columns() {
        Map<String, List<String>> all = jdbc
                .sql("""
                        SELECT format('%I.%I', n.nspname, c.relname) AS name,
                               array_agg(format('%I', a.attname) ORDER BY a.attnum) AS columns
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                             AND NOT a.attisdropped AND a.attgenerated = ''
                        WHERE\s""" + OURS + " GROUP BY 1 ORDER BY 1")
                .param("rooms", rooms)
                .query((row, _) -> Map.entry(row.getString("name"), List.of((String[])
                        row.getArray("columns").getArray())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
        SequencedMap<String, List<String>> ordered = new LinkedHashMap<>();
        inOrder(all.keySet()).forEach(name -> ordered.put(name, all.getOrDefault(name, List.of())));
        return ordered;
    }

    private List<String> inOrder(Set<String> names) {
        Map<String, List<String>> needs = jdbc
                .sql("""
                        SELECT format('%I.%I', n.nspname, c.relname) AS name,
                               format('%I.%I', tn.nspname, t.relname) AS needs
                        FROM pg_constraint k
                        JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                        JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
                        WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND\s""" + OURS + " ORDER BY 1, 2")
                .param("rooms", rooms)
                .query((row, _) -> Map.entry(row.getString("name"), row.getString("needs")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Set<String> done = new LinkedHashSet<>();
        names.forEach(name -> visit(name, needs, done, new ArrayList<>()));
        return List.copyOf(done);
    }

    private static void visit(String name, Map<String, List<String>> needs, Set<String> done, List<String> path) {
        if (done.contains(name)) {
            return;
        }
        if (path.contains(name)) {
            throw new IllegalStateException("Tables refer to each other in a ring: " + path);
        }
        path.add(name);
        needs.getOrDefault(name, List.of()).forEach(other -> visit(other, needs, done, path));
        path.removeLast();
        done.add(name);
    }

    /// Those that have given out a number.
    List<Manifest.SequencePart> sequences() {
        return jdbc.sql("""
                        SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences
                        WHERE schemaname = ANY(:rooms::text[]) AND last_value IS NOT NULL ORDER BY 1
                        """)
                .param("rooms", rooms)
                .query((row, _) -> new Manifest.SequencePart(row.getString(1), row.getLong(2)))
                .list();
    }

    /// The newest migration of each room that has tables.
    Map<String, String> versions() {
        List<String> migrated = jdbc.sql("""
                        SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relname = 'migration_history' AND n.nspname = ANY(:rooms::text[]) ORDER BY 1
                        """)
                .param("rooms", rooms)
                .query((row, _) -> row.getString(1))
                .list();
        Map<String, String> versions = new LinkedHashMap<>();
        for (String room : migrated) {
            jdbc.sql("SELECT version FROM \"" + room + "\".migration_history WHERE success AND version IS NOT NULL"
                            + " ORDER BY installed_rank DESC LIMIT 1")
                    .query(String.class)
                    .optional()
                    .ifPresent(version -> versions.put(room, version));
        }
        return versions;
    }
}
