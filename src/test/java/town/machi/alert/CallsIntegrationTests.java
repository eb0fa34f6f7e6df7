package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.alert.talk.AlertHeadquarters;
import town.machi.alert.talk.AlertTopic;
import town.machi.alert.talk.CallDesk;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.Place;
import town.machi.kernel.Role;
import town.machi.messaging.Conversation;
import town.machi.messaging.Friend;
import town.machi.messaging.FriendId;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Postback;
import town.machi.messaging.Spoken;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("住民の声")
class CallsIntegrationTests {

    @Autowired
    AlertTopic topic;

    @Autowired
    CallDesk desk;

    @Autowired
    AlertHeadquarters headquarters;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    Actor.Staff clerk = Sample.WRITER;

    @BeforeEach
    void clear() {
        db.sql("DELETE FROM alert.call").update();
        db.sql("DELETE FROM alert.headquarters").update();
        clerk = staff.add("防災 守", "general", Role.HANDLER);
    }

    @Test
    @DisplayName("助けが必要には、すぐ119と、いま見ている人がいるかを答える")
    void help() {
        Friend hana = friend(Language.JA);
        assertThat(words(tap(hana, "help", ""))).contains("119", "対策本部は開いていません");
        headquarters.open(clerk);
        assertThat(words(tap(hana, "help", ""))).contains("119", "職員が見ています");
        clock.advance(Duration.ofMinutes(6));
        assertThat(words(tap(hana, "help", ""))).contains("119", "いま見ている職員がいないことがあります");
        assertThat(words(tap(friend(Language.EN), "help", ""))).contains("call 119");
        assertThat(desk.list(false, clerk)).hasSize(2).allMatch(call -> call.kind() == CallKind.HELP);
    }

    @Test
    @DisplayName("場所を送ると地図に出て、返事は同じトークに届き、その返事も同じ件に入る")
    void place() {
        Friend hana = friend(Language.JA);
        Spoken asked = tap(hana, "help", "");
        say(hana, asked.state(), new Heard.Located(new Place(32.3, 130.5), Optional.empty()));
        Call call = desk.list(false, clerk).getFirst();
        assertThat(call.place()).contains(new Place(32.3, 130.5));
        UUID request = UUID.randomUUID();
        assertThat(desk.answer(call.id(), "消防団が向かいます。", request, clerk)).isEmpty();
        assertThat(desk.answer(call.id(), "消防団が向かいます。", request, clerk)).isEmpty();
        assertThat(pushes(hana)).isEqualTo(1);
        Spoken reply = tap(hana, "reply", call.id().toString());
        say(hana, reply.state(), new Heard.Text("ありがとうございます"));
        assertThat(desk.entries(call)).extracting(Call.Entry::words).contains("消防団が向かいます。", "ありがとうございます");
        assertThat(desk.open(call.id(), clerk).orElseThrow().state()).isEqualTo(Call.State.TAKEN);
        desk.close(call.id(), "", UUID.randomUUID(), clerk);
        assertThat(words(tap(hana, "reply", call.id().toString()))).contains("終わっています");
    }

    @Test
    @DisplayName("人の件の番号を知っていても、その件には入れない")
    void neverAnothersMatter() {
        Friend hana = friend(Language.JA);
        Friend taro = friend(Language.JA);
        tap(hana, "help", "");
        Call hers = desk.list(false, clerk).getFirst();
        assertThat(words(tap(taro, "reply", hers.id().toString()))).contains("終わっています");
        say(taro, "call." + hers.id(), new Heard.Text("わたしの話"));
        assertThat(desk.entries(hers)).extracting(Call.Entry::words).doesNotContain("わたしの話");
        assertThat(desk.list(false, clerk)).hasSize(2);
    }

    @Test
    @DisplayName("被害の知らせは、種類を選んで写真と場所を送るまで、五回まで。災害でないときも担当の課へ行く")
    void damage() {
        Friend hana = friend(Language.JA);
        Spoken first = say(hana, "", new Heard.Text("通報"));
        LineMessage.Text kinds = (LineMessage.Text) first.messages().getFirst();
        assertThat(kinds.quickReplies()).hasSize(4);
        Spoken second = tap(hana, "kind", "leak.");
        LineMessage.Text more = (LineMessage.Text) second.messages().getFirst();
        assertThat(more.quickReplies()).hasSize(3);
        Call call = desk.list(false, clerk).getFirst();
        assertThat(call.section()).isEqualTo("water");
        Actor.Staff water = staff.add("水野", "water", Role.HANDLER);
        Actor.Staff tax = staff.add("税所", "tax", Role.HANDLER);
        assertThat(desk.list(false, water)).hasSize(1);
        assertThat(desk.list(false, tax)).isEmpty();
    }

    @Test
    @DisplayName("同じできごとが二度届いても、一度だけ書かれる")
    void redelivered() {
        Friend hana = friend(Language.JA);
        String state = tap(hana, "help", "").state();
        Conversation twice =
                new Conversation(hana, state, UUID.randomUUID(), clock.instant(), new Heard.Text("屋根の上です"));
        transaction.executeWithoutResult(_ -> topic.answer(twice));
        transaction.executeWithoutResult(_ -> topic.answer(twice));
        Call call = desk.list(false, clerk).getFirst();
        assertThat(desk.entries(call)).extracting(Call.Entry::words).containsOnlyOnce("屋根の上です");
    }

    @Test
    @DisplayName("ボタンの言葉は、どの言語でもLINEの長さに収まる")
    void lengths() {
        for (Language language : Language.values()) {
            Friend friend = friend(language);
            tap(friend, "help", "");
            tap(friend, "damage", "");
            tap(friend, "damage", UUID.randomUUID().toString());
            tap(friend, "ask", "");
            tap(friend, "kind", "road.");
        }
    }

    private Friend friend(Language language) {
        FriendId id = new FriendId(UUID.randomUUID());
        db.sql("""
                        INSERT INTO messaging.friend (id, line_user_id, language, since) VALUES (:id, :user, :language, :now)
                        """)
                .param("id", id.value())
                .param("user", "U" + id.value().toString().replace("-", ""))
                .param("language", language.code())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return new Friend(id, Optional.of("大字佐敷"), language, clock.instant());
    }

    private int pushes(Friend friend) {
        return db.sql("SELECT count(*) FROM messaging.push WHERE friend_id = :friend")
                .param("friend", friend.id().value())
                .query(Integer.class)
                .single();
    }

    private Spoken tap(Friend friend, String action, String id) {
        return say(friend, "", new Heard.Tapped(new Postback("alert", action, id)));
    }

    private Spoken say(Friend friend, String state, Heard heard) {
        var conversation = new Conversation(friend, state, UUID.randomUUID(), clock.instant(), heard);
        return java.util.Objects.requireNonNull(transaction.execute(_ -> topic.answer(conversation)));
    }

    private static String words(Spoken spoken) {
        return String.join(
                "\n",
                spoken.messages().stream()
                        .map(message -> message instanceof LineMessage.Text text ? text.text() : "")
                        .toList());
    }
}
