package town.machi.identity.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.identity.Account;
import town.machi.identity.StaffMember;
import town.machi.identity.StaffQuery;
import town.machi.identity.StaffState;
import town.machi.identity.Totp;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Kana;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

/// Staff with their sections and roles.
@Component
public class StaffRows {

    private static final String SELECT = """
            SELECT s.id, s.name, coalesce(s.mail, '') AS mail,
                   CASE WHEN s.state = 'active' AND s.ends_on < :today THEN 'suspended' ELSE s.state END AS state, s.revision, s.password, s.totp_secret, s.totp_step,
                   ARRAY(SELECT section FROM identity.staff_section x WHERE x.staff_id = s.id) AS sections,
                   ARRAY(SELECT role FROM identity.staff_role x WHERE x.staff_id = s.id) AS roles
            FROM identity.staff s
            """;

    private static final String WHERE_ASKED = """
             WHERE s.search_key LIKE :like
               AND (s.state = :state OR (:state = '' AND s.state <> 'gone'))
               AND (:section = '' OR EXISTS (
                     SELECT FROM identity.staff_section x WHERE x.staff_id = s.id AND x.section = :section))
            """;

    private final JdbcClient db;
    private final Clock clock;

    StaffRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Optional<Account> find(StaffId id) {
        return select(" WHERE s.id = :id")
                .param("id", id.value())
                .query(StaffRows::account)
                .optional();
    }

    /// The same, and nobody else changes it until the transaction ends.
    public Optional<Account> findToChange(StaffId id) {
        return select(" WHERE s.id = :id FOR UPDATE OF s")
                .param("id", id.value())
                .query(StaffRows::account)
                .optional();
    }

    public Optional<Account> findByMail(String mail) {
        return select(" WHERE s.mail = :mail")
                .param("mail", canonicalMail(mail))
                .query(StaffRows::account)
                .optional();
    }

    private JdbcClient.StatementSpec select(String rest) {
        return db.sql(SELECT + rest).param("today", today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    /// The last day on which the account can be used; empty: there is none.
    public Optional<LocalDate> findEnd(StaffId id) {
        return db.sql("SELECT ends_on FROM identity.staff WHERE id = :id AND ends_on IS NOT NULL")
                .param("id", id.value())
                .query((row, number) -> row.getObject("ends_on", LocalDate.class))
                .optional();
    }

    public void changeEnd(StaffId id, Optional<LocalDate> until) {
        db.sql("UPDATE identity.staff SET ends_on = :until, revision = revision + 1 WHERE id = :id")
                .param("until", until.orElse(null))
                .param("id", id.value())
                .update();
    }

    /// The account's revision while it is active: a look for every request of a running session.
    public OptionalLong findActiveRevision(StaffId id) {
        var revision = db.sql("SELECT revision FROM identity.staff WHERE id = :id AND state = 'active'"
                        + " AND (ends_on IS NULL OR ends_on >= :today)")
                .param("id", id.value())
                .param("today", today())
                .query(Long.class)
                .optional();
        return revision.isPresent() ? OptionalLong.of(revision.get()) : OptionalLong.empty();
    }

    public List<Account> listActive() {
        return select(" WHERE s.state = 'active' AND (s.ends_on IS NULL OR s.ends_on >= :today) ORDER BY s.name, s.id")
                .query(StaffRows::account)
                .list();
    }

    /// All but those who are gone, by name.
    public List<Account> listPresent() {
        return select(" WHERE s.state <> 'gone' ORDER BY s.name, s.id")
                .query(StaffRows::account)
                .list();
    }

    public List<Account> list(StaffQuery query) {
        return asked(SELECT + WHERE_ASKED + " ORDER BY s.name, s.id LIMIT :limit OFFSET :offset", query)
                .param("today", today())
                .param("limit", StaffQuery.PAGE_SIZE)
                .param("offset", query.offset())
                .query(StaffRows::account)
                .list();
    }

    public int count(StaffQuery query) {
        return asked("SELECT count(*) FROM identity.staff s " + WHERE_ASKED, query)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, StaffQuery query) {
        var section = query.section();
        var state = query.state();
        return db.sql(sql)
                .param("like", "%" + escaped(searchKey(query.words())) + "%")
                .param("state", state == null ? "" : state.code())
                .param("section", section == null ? "" : section.value());
    }

    /// How many administrators are active. They are locked until the transaction ends, so that two
    /// administrators cannot remove each other at the same moment.
    public int lockAdministrators() {
        return db.sql("""
                        SELECT s.id FROM identity.staff s
                        WHERE s.state = 'active' AND (s.ends_on IS NULL OR s.ends_on >= :today)
                          AND EXISTS (SELECT FROM identity.staff_role r WHERE r.staff_id = s.id AND r.role = 'ADMINISTRATOR')
                        ORDER BY s.id FOR UPDATE OF s
                        """).param("today", today()).query(UUID.class).list().size();
    }

    /// Whether anybody is an administrator who can sign in.
    public boolean hasAdministrator() {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM identity.staff s JOIN identity.staff_role r ON r.staff_id = s.id
                                       WHERE s.state = 'active' AND r.role = 'ADMINISTRATOR')
                        """).query(Boolean.class).single();
    }

    /// Adds somebody.
    ///
    /// @return false, with nothing written, where the mail address or the id is taken
    public boolean insert(StaffMember member, StaffState state) {
        var written = db.sql("""
                        INSERT INTO identity.staff (id, name, mail, search_key, state, created_at)
                        VALUES (:id, :name, :mail, :searchKey, :state, :at) ON CONFLICT DO NOTHING
                        """)
                .param("id", member.id().value())
                .param("name", member.name())
                .param("mail", canonicalMail(member.mail()))
                .param("searchKey", searchKey(member.name() + " " + member.mail()))
                .param("state", state.code())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (written == 1) {
            writeRights(member.id(), member.sections(), member.roles());
        }
        return written == 1;
    }

    /// Gives other sections and roles; running sessions notice by the revision.
    public void changeRights(StaffId id, Set<SectionId> sections, Set<Role> roles) {
        for (var table : List.of("staff_section", "staff_role")) {
            db.sql("DELETE FROM identity." + table + " WHERE staff_id = :id")
                    .param("id", id.value())
                    .update();
        }
        writeRights(id, sections, roles);
        touch(id);
    }

    public void changeState(StaffId id, StaffState state) {
        db.sql("UPDATE identity.staff SET state = :state, revision = revision + 1 WHERE id = :id")
                .param("state", state.code())
                .param("id", id.value())
                .update();
    }

    /// Takes away name and mail of who is suspended, or whose account has ended; what they did stays, done by nobody.
    ///
    /// @return whether there was somebody to forget
    public boolean forget(StaffId id, String placeholder) {
        boolean forgotten = db.sql("""
                                UPDATE identity.staff
                                SET name = :placeholder, mail = NULL, search_key = '', state = 'gone', password = NULL,
                                    totp_secret = NULL, revision = revision + 1
                                WHERE id = :id AND (state = 'suspended' OR (state = 'active' AND ends_on < :today))
                                """)
                        .param("placeholder", placeholder)
                        .param("id", id.value())
                        .param("today", today())
                        .update()
                == 1;
        if (forgotten) {
            db.sql("UPDATE identity.transfer_line SET name = '', mail = '' WHERE staff_id = :id")
                    .param("id", id.value())
                    .update();
        }
        return forgotten;
    }

    /// Marks somebody whose password everybody may know.
    public void markDemo(StaffId id) {
        db.sql("UPDATE identity.staff SET demo = true WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /// Moves the demo's staff from one state to the other.
    public void changeDemoState(StaffState from, StaffState to) {
        db.sql("UPDATE identity.staff SET state = :to, revision = revision + 1 WHERE demo AND state = :from")
                .param("to", to.code())
                .param("from", from.code())
                .update();
    }

    /// Another name or mail address; the caller has seen that the address is nobody else's.
    public void changePerson(StaffId id, String name, String mail) {
        db.sql("""
                        UPDATE identity.staff
                        SET name = :name, mail = :mail, search_key = :searchKey, revision = revision + 1 WHERE id = :id
                        """)
                .param("name", name)
                .param("mail", canonicalMail(mail))
                .param("searchKey", searchKey(name + " " + mail))
                .param("id", id.value())
                .update();
    }

    private void touch(StaffId id) {
        db.sql("UPDATE identity.staff SET revision = revision + 1 WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    private void writeRights(StaffId id, Set<SectionId> sections, Set<Role> roles) {
        for (var section : sections) {
            db.sql("INSERT INTO identity.staff_section (staff_id, section) VALUES (:id, :section)")
                    .param("id", id.value())
                    .param("section", section.value())
                    .update();
        }
        for (var role : roles) {
            db.sql("INSERT INTO identity.staff_role (staff_id, role) VALUES (:id, :role)")
                    .param("id", id.value())
                    .param("role", role.name())
                    .update();
        }
    }

    static String canonicalMail(String mail) {
        return mail.strip().toLowerCase(Locale.ROOT);
    }

    private static String searchKey(String words) {
        return Kana.searchKey(words.strip()).toLowerCase(Locale.ROOT);
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        var state = StaffState.ofCode(row.getString("state"));
        var member = new StaffMember(
                new StaffId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("name"),
                row.getString("mail"),
                set(row.getArray("sections"), SectionId::new),
                set(row.getArray("roles"), Role::valueOf),
                state == StaffState.ACTIVE);
        return new Account(
                member,
                state,
                row.getLong("revision"),
                row.getString("password"),
                totp(row.getString("totp_secret")),
                row.getLong("totp_step"));
    }

    private static @Nullable Totp totp(@Nullable String secret) {
        return secret == null ? null : new Totp(secret);
    }

    private static <T> Set<T> set(Array array, Function<String, T> read) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(read).collect(Collectors.toUnmodifiableSet());
    }
}
