package town.machi.journeys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.shelter.HouseholdCode;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.support.RunningTown;

/// A town after an earthquake: two of its shelters have been open for ten days.
final class OpenShelters {

    static final String KIZUNA = "きずなの里";
    static final String CENTRE = "芦北町地域活性化センター";

    private final JdbcClient look;
    private final UUID kizuna;
    private final UUID centre;

    private OpenShelters(JdbcClient look, UUID kizuna, UUID centre) {
        this.look = look;
        this.kizuna = kizuna;
        this.centre = centre;
    }

    static OpenShelters in(RunningTown town) {
        return in(town, false);
    }

    static OpenShelters in(RunningTown town, boolean drill) {
        JdbcClient look = town.look();
        UUID disaster = UUID.randomUUID();
        look.sql("""
                        INSERT INTO shelter.disaster (id, name, hazards, drill, started_at, by_kind, by_id)
                        VALUES (:id, '7月28日の地震', '{EARTHQUAKE}', :drill, now() - interval '10 days', 'system', 'test')
                        """).param("id", disaster).param("drill", drill).update();
        return new OpenShelters(look, open(look, disaster, KIZUNA), open(look, disaster, CENTRE));
    }

    private static UUID open(JdbcClient look, UUID disaster, String name) {
        UUID opening = UUID.randomUUID();
        look.sql("""
                        INSERT INTO shelter.opening (id, shelter_id, disaster_id, state, prepared_at, opened_at,
                                                     confirmed_at, revision)
                        SELECT :id, id, :disaster, 'OPEN', now() - interval '10 days', now() - interval '10 days',
                               now(), 1
                        FROM shelter.shelter WHERE name = :name
                        """)
                .param("id", opening)
                .param("disaster", disaster)
                .param("name", name)
                .update();
        return opening;
    }

    UUID kizuna() {
        return kizuna;
    }

    UUID centre() {
        return centre;
    }

    /// A household's code with the town's own key.
    String code(Household household) {
        byte[] key = look.sql("SELECT private_key FROM shelter.signing_key ORDER BY made_at DESC LIMIT 1")
                .query(byte[].class)
                .single();
        try {
            PrivateKey signing = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
            return HouseholdCode.sign(household, signing);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The ids of the events in the log, in the order of their times.
    List<UUID> eventsInOrder() {
        return look.sql("SELECT id FROM shelter.event ORDER BY at, id")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /// How many the server counts at an opening: named and present, and open places.
    int countedAt(UUID opening) {
        return look.sql("""
                        SELECT (SELECT count(*) FROM shelter.presence
                                WHERE opening_id = :opening AND state IN ('IN', 'EXPECTED'))
                             + (SELECT coalesce(sum(open), 0) FROM shelter.place WHERE opening_id = :opening)
                        """).param("opening", opening).query(Integer.class).single();
    }

    int number(String sql) {
        return look.sql(sql).query(Integer.class).single();
    }

    String text(String sql) {
        return look.sql(sql).query(String.class).single();
    }
}
