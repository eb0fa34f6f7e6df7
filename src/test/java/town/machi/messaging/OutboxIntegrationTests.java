package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.kernel.PersonKey;
import town.machi.messaging.jdbc.OutgoingRows;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest(properties = {"machi.smtp.host=127.0.0.1", "machi.smtp.security=none"})
@DisplayName("送信箱から、本物の SMTP で出ていく")
class OutboxIntegrationTests {

    private static final int PORT = freePort();

    @Autowired
    private Outbox outbox;

    @Autowired
    private Dispatcher dispatcher;

    @Autowired
    private OutgoingRows rows;

    @Autowired
    private MailCarrier carrier;

    @Autowired
    private MailPersonalData personalData;

    @Autowired
    private TestClock clock;

    @Autowired
    private Clock anyClock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private @Nullable GreenMail post;

    @DynamicPropertySource
    static void smtp(DynamicPropertyRegistry registry) {
        registry.add("machi.smtp.port", () -> PORT);
    }

    @BeforeEach
    void openPost() {
        jdbc.sql("DELETE FROM messaging.outgoing").update();
        clock.set(TestClock.START);
        post = startPost();
    }

    @AfterEach
    void closePost() {
        post().stop();
    }

    @Test
    @DisplayName("件名も本文も差出人も、日本語のまま届く")
    void japaneseArrivesAsItIs() throws MessagingException, IOException {
        String subject = "【芦北町】𠮷野 葛󠄀城 﨑田 髙橋 様の水道の使用開始（開栓）の届出を受け付けました。受付番号 ABCD-EFGH-JKLM";
        UUID id = outbox.send(new Mail("hanako@example.jp", subject, "𠮷野様\n受け付けました。\n.\n終わり", "submission:1", null));
        dispatcher.sendAllDue();
        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo(subject);
        assertThat(mail.getContent().toString().replace("\r\n", "\n").strip()).isEqualTo("𠮷野様\n受け付けました。\n.\n終わり");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("芦北町");
        assertThat(mail.getMessageID()).startsWith("<" + id + "@");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Subject")[0]).matches("(?s)[\\x09\\x0A\\x0D\\x20-\\x7E]*");
        assertThat(outbox.listAbout("submission:1")).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(Delivery.State.SENT);
            assertThat(delivery.result()).isEqualTo("250");
        });
    }

    @Test
    @DisplayName("取り消された届出のメールは、出ていかない")
    void undoneWithItsTransaction() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.send(mail("a@example.jp"));
            status.setRollbackOnly();
        });
        dispatcher.sendAllDue();
        assertThat(post().getReceivedMessages()).isEmpty();
    }

    @Test
    @DisplayName("同じ鍵で二度頼まれても、一通だけ出る")
    void onceKey() {
        UUID key = UUID.randomUUID();
        UUID first = outbox.send(new Mail("a@example.jp", "件名", "本文", "submission:1", key));
        UUID again = outbox.send(new Mail("a@example.jp", "別の件名", "本文", "submission:1", key));
        dispatcher.sendAllDue();
        assertThat(again).isEqualTo(first);
        assertThat(post().getReceivedMessages()).hasSize(1);
    }

    @Test
    @DisplayName("サーバーが止まっていれば待ち、動き出したら全部を一度ずつ送る")
    void serverDownThenUp() {
        post().stop();
        for (int i = 0; i < 30; i++) {
            outbox.send(mail("a" + i + "@example.jp"));
        }
        dispatcher.sendAllDue();
        assertThat(rows.countWaiting()).isEqualTo(30);
        assertThat(outbox.listAbout("submission:1"))
                .anySatisfy(delivery -> assertThat(delivery.result()).isEqualTo("no-connection"))
                .allSatisfy(delivery -> assertThat(delivery.state()).isEqualTo(Delivery.State.WAITING));
        post = startPost();
        clock.advance(Duration.ofMinutes(1));
        dispatcher.sendAllDue();
        assertThat(rows.countWaiting()).isZero();
        assertThat(recipients()).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("二つの送り手が同時に働いても、500通が一度ずつ届く")
    void twoClaimers() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            outbox.send(mail("a" + i + "@example.jp"));
        }
        Dispatcher other = new Dispatcher(anyClock, rows, carrier);
        Thread one = Thread.startVirtualThread(dispatcher::sendAllDue);
        Thread two = Thread.startVirtualThread(other::sendAllDue);
        one.join();
        two.join();
        dispatcher.sendAllDue();
        assertThat(recipients()).hasSize(500).doesNotHaveDuplicates();
        assertThat(rows.countWaiting()).isZero();
    }

    @Test
    @DisplayName("送る途中で落ちた者の分は、持ち時間が過ぎてから、ほかの者が送る")
    void takesOverFromTheDead() {
        outbox.send(mail("a@example.jp"));
        assertThat(rows.claim(clock.instant(), clock.instant().plus(BackOff.HOLD), 10))
                .hasSize(1);
        dispatcher.sendAllDue();
        assertThat(post().getReceivedMessages()).isEmpty();
        clock.advance(BackOff.HOLD);
        dispatcher.sendAllDue();
        assertThat(post().getReceivedMessages()).hasSize(1);
        assertThat(outbox.listAbout("submission:1").getFirst().tries()).isEqualTo(2);
    }

    @Test
    @DisplayName("三日のあいだ届かなければ、届かなかったと残す")
    void givesUp() {
        post().stop();
        outbox.send(mail("a@example.jp"));
        dispatcher.sendAllDue();
        clock.advance(Duration.ofDays(3).plusSeconds(1));
        dispatcher.sendAllDue();
        assertThat(outbox.listAbout("submission:1").getFirst().state()).isEqualTo(Delivery.State.FAILED);
    }

    @Test
    @DisplayName("届けて30日たてば、宛先と本文が消え、届けたことだけが残る")
    void forgets() {
        outbox.send(mail("a@example.jp"));
        dispatcher.sendAllDue();
        clock.advance(Duration.ofDays(29));
        assertThat(dispatcher.eraseSettledBefore(Duration.ofDays(30))).isZero();
        clock.advance(Duration.ofDays(2));
        assertThat(dispatcher.eraseSettledBefore(Duration.ofDays(30))).isEqualTo(1);
        assertThat(texts()).containsExactly("-");
        assertThat(outbox.listAbout("submission:1").getFirst().state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    @DisplayName("消してほしいと言われたら、まだ送っていないものも送らずに消す")
    void erasesAPerson() {
        UUID submission = UUID.randomUUID();
        outbox.send(new Mail("Hanako@example.jp", "件名", "本文", "submission:2", null));
        outbox.send(new Mail("other@example.jp", "件名", "本文", "submission:" + submission, null));
        outbox.send(mail("else@example.jp"));
        PersonKey key = new PersonKey(null, null, null, "hanako@EXAMPLE.jp", Set.of(submission));
        assertThat(personalData.find(key)).hasSize(2);
        assertThat(personalData.export(key).getFirst().values()).containsEntry("宛先", "Hanako@example.jp");
        assertThat(personalData.erase(key)).isEqualTo(2);
        assertThat(personalData.find(key)).isEmpty();
        dispatcher.sendAllDue();
        assertThat(recipients()).containsExactly("else@example.jp");
    }

    private GreenMail startPost() {
        GreenMail started = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        return started;
    }

    private GreenMail post() {
        GreenMail open = post;
        if (open == null) {
            throw new IllegalStateException();
        }
        return open;
    }

    private MimeMessage onlyMail() {
        assertThat(post().getReceivedMessages()).hasSize(1);
        return post().getReceivedMessages()[0];
    }

    private List<String> recipients() {
        List<String> addresses = new ArrayList<>();
        for (MimeMessage mail : post().getReceivedMessages()) {
            try {
                Arrays.stream(mail.getAllRecipients()).map(Object::toString).forEach(addresses::add);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
        return addresses;
    }

    private Set<String> texts() {
        return new HashSet<>(jdbc.sql("SELECT coalesce(recipient || subject || body, '-') FROM messaging.outgoing")
                .query(String.class)
                .list());
    }

    private static Mail mail(String to) {
        return new Mail(to, "受け付けました", "本文です。", "submission:1", null);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
