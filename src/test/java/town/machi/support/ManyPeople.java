package town.machi.support;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.machi.kernel.ReceiptNumber;

/// Made-up people of whom nearly every room holds something, in any number: 例　花子1, 例　花子2 …
public final class ManyPeople {

    private static final String PEOPLE = """
            CREATE TEMP TABLE person AS
            SELECT n, md5('submission' || n)::uuid AS id, md5('case' || n)::uuid AS case_id, '例　花子' || n AS name,
                '080' || lpad(n::text, 8, '0') AS phone, 'hanako' || n || '@example.jp' AS mail,
                receipt,
                d.procedure, d.version, d.hash,
                ARRAY['n:例花子' || n, 'p:080' || lpad(n::text, 8, '0'), 'm:hanako' || n || '@example.jp'] AS marks,
                jsonb_build_object('values', jsonb_build_object('user.family', '例', 'user.given', '花子' || n,
                        'phone', '080' || lpad(n::text, 8, '0'), 'mail', 'hanako' || n || '@example.jp'),
                    'givers', jsonb_build_array(jsonb_build_array('TYPED', 'resident:bench', '2026-11-24T01:00:00Z')),
                    'by', '{}'::jsonb) AS answers
            FROM unnest('{%s}'::text[]) WITH ORDINALITY AS numbers (receipt, nth), LATERAL (SELECT nth + %d AS n) person,
                (SELECT procedure, version, hash FROM casework.definition ORDER BY procedure DESC LIMIT 1) d
            """;

    /// One row a person in each; the marks as the program makes them.
    private static final List<String> INSERTS = List.of("""
            INSERT INTO submission.submission (id, receipt, procedure, version, definition_hash, answers, channel,
                language, mail, filed_at, person_marks)
            SELECT id, receipt, procedure, version, hash, answers, 'web', 'ja', mail, now(), marks FROM person
            """, """
            INSERT INTO casework.case_file (id, submission, receipt, procedure, version, definition, section, channel,
                language, mail, received_at, counts_from, package, answers, files, name, name_key, state, meaning, since,
                due_on, revision, person_marks)
            SELECT case_id, id, receipt, procedure, version, hash, 'water', 'web', 'ja', mail, now(), current_date, 1,
                answers, '[]', name, 'レイハナコ' || n, 'received', 'OPEN', now(), current_date, 1, marks FROM person
            """, """
            INSERT INTO document.issued (id, request_id, template, kind, about, submission, section, issued_on, issued_at,
                issued_by, file_id, sha256, pages, code)
            SELECT gen_random_uuid(), gen_random_uuid(), 'acceptance', '受付の控え', 'casework.case:' || case_id, id, 'water',
                current_date, now(), 'staff:bench', gen_random_uuid(), repeat('0', 64), 1, 'bench' || n FROM person
            """, """
            INSERT INTO messaging.outgoing (id, channel, recipient, subject, body, about, created_at, state, next_try_at,
                settled_at)
            SELECT gen_random_uuid(), 'mail', mail, '例', '例', 'submission:' || id, now(), 'sent', now(), now() FROM person
            """, """
            INSERT INTO messaging.mail_list (id, mail, language, asked_at, confirm_hash, confirm_until, leave_token)
            SELECT gen_random_uuid(), mail, 'ja', now(), 'bench' || n, now(), 'bench' || n FROM person
            """, """
            INSERT INTO water.supply_point (id, point_number, calibre_mm, area, number, place_key, valve, standing, services,
                user_name, user_name_key, user_phone, user_phone_key)
            SELECT gen_random_uuid(), 'BENCH' || n, 13, '大字佐敷', n::text, 'bench' || n, 'OPEN', 'IN_USE',
                ARRAY['WATER'], name, '例花子' || n, phone, phone FROM person
            """, """
            INSERT INTO water.arrears (id, point_id, name, name_key, kana_key, phone_key, noted_on)
            SELECT gen_random_uuid(), s.id, p.name, '例花子' || n, 'レイハナコ' || n, p.phone, current_date
            FROM person p JOIN water.supply_point s ON s.point_number = 'BENCH' || n
            """, """
            INSERT INTO alert.contact (id, kind, name, telephone, district, search)
            SELECT gen_random_uuid(), 'PHONE', name, phone, '大字佐敷', '例花子' || n FROM person
            """, """
            INSERT INTO shelter.supported (id, name, kana, kana_key, birth, address, district, phone, consented, changed_at,
                person_marks)
            SELECT gen_random_uuid(), name, 'レイ ハナコ', 'レイハナコ', '1950-01-01', '大字佐敷', '大字佐敷', phone, true, now(),
                marks FROM person
            """, """
            INSERT INTO shelter.registration (household_id, request, number_hash, content, registered_at, person_marks)
            SELECT id, id, decode(md5('number' || n), 'hex'), jsonb_build_object('id', id, 'issuedAt', now(), 'address', '',
                'phone', phone, 'choices', jsonb_build_object('secret', false, 'pets', '', 'language', ''),
                'people', jsonb_build_array(jsonb_build_object('id', id, 'name', name, 'kana', '', 'sex', '', 'birth', '',
                    'needs', '', 'allergies', ''))), now(), marks FROM person
            """);

    private ManyPeople() {}

    /// As the owner of the database; one case must have been opened before, and theirs are of the same procedure.
    ///
    /// @param from number of the first
    /// @param to number of the last
    public static void store(Statement statement, int from, int to) throws SQLException {
        statement.execute("DROP TABLE IF EXISTS person");
        Random random = new Random(from);
        String receipts = Stream.generate(() -> ReceiptNumber.generate(random).symbols())
                .limit(to - from + 1L)
                .collect(Collectors.joining(","));
        statement.execute(PEOPLE.formatted(receipts, from - 1));
        for (String insert : INSERTS) {
            statement.execute(insert);
        }
        statement.execute("DROP TABLE person");
    }
}
