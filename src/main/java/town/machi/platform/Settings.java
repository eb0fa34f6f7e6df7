package town.machi.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;

/// What staff may change without touching a file. `town.yaml` declares each setting; a change is a row over it, and
/// the rows are the history. A setting without a value is 未設定: unknown is not zero.
@Component
public class Settings {

    private final Town town;
    private final JdbcClient jdbc;
    private final Clock clock;

    public Settings(Town town, JdbcClient jdbc, Clock clock) {
        this.town = town;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A setting as it stands.
    ///
    /// @param example whether the value is only the demo's sample (例)
    public record Setting(SettingDeclaration declaration, Optional<String> value, boolean example) {}

    /// One change.
    ///
    /// @param value empty: put back to the file's value
    public record Change(Optional<String> value, Instant at, String actorKind, String actorId) {}

    /// The value, or empty where it is 未設定.
    ///
    /// @throws IllegalArgumentException when `town.yaml` declares no such setting
    public Optional<String> find(String name) {
        return get(name).value();
    }

    /// The value of a setting of type NUMBER or YEN.
    public Optional<Integer> findNumber(String name) {
        return find(name).map(Integer::valueOf);
    }

    public Setting get(String name) {
        SettingDeclaration declaration = findDeclaration(name)
                .orElseThrow(() -> new IllegalArgumentException("town.yaml declares no setting " + name));
        return standing(declaration);
    }

    /// All that `town.yaml` declares, in its order.
    public List<Setting> list() {
        return town.declaredSettings().stream().map(this::standing).toList();
    }

    /// Changes a setting; an empty value puts it back to the file's.
    ///
    /// @return why not, when the value does not fit its type or the town does not know the setting
    public Optional<Refusal> put(String name, String value, Actor actor) {
        Optional<SettingDeclaration> declaration = findDeclaration(name);
        if (declaration.isEmpty()) {
            return Optional.of(Refusal.of("platform.setting.unknown", name));
        }
        String stripped = value.strip();
        Optional<String> normal = SettingValue.normalised(declaration.get().type(), stripped);
        if (!stripped.isEmpty() && normal.isEmpty()) {
            return Optional.of(SettingValue.refusal(declaration.get()));
        }
        jdbc.sql("""
                        INSERT INTO platform.setting_change (name, value, changed_at, actor_kind, actor_id)
                        VALUES (:name, :value, :at, :kind, :actor)
                        """)
                .param("name", name)
                .param("value", normal.orElse(null))
                .param("at", OffsetDateTime.now(clock))
                .param("kind", actor.kind())
                .param("actor", actor.id())
                .update();
        return Optional.empty();
    }

    /// The newest change first.
    public List<Change> history(String name) {
        return jdbc.sql("""
                        SELECT value, changed_at, actor_kind, actor_id FROM platform.setting_change
                        WHERE name = :name ORDER BY id DESC
                        """)
                .param("name", name)
                .query((row, number) -> new Change(
                        Optional.ofNullable(row.getString(1)),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    private Setting standing(SettingDeclaration declaration) {
        Optional<String> changed = jdbc.sql(
                        "SELECT value FROM platform.setting_change WHERE name = :name ORDER BY id DESC LIMIT 1")
                .param("name", declaration.name())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(value -> value);
        return changed.isPresent()
                ? new Setting(declaration, changed, false)
                : new Setting(declaration, declaration.standard(), declaration.example());
    }

    private Optional<SettingDeclaration> findDeclaration(String name) {
        return town.declaredSettings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }
}
