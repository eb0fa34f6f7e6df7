package town.machi.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import town.machi.messaging.SmtpServer;
import town.machi.messaging.SmtpStandIn;

/// The demo's mail server and mailbox: real SMTP on a free port of the loopback, kept in memory until the program
/// stops.
@Component
@ConditionalOnBooleanProperty("machi.demo")
public class Mailbox implements SmtpStandIn {

    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));

    Mailbox() {
        server.start();
    }

    /// @param number counts from 1 in the order of arrival
    public record Letter(int number, Instant at, String to, String subject, String body) {

        public List<Line> lines() {
            return body.lines().map(Line::new).toList();
        }
    }

    /// A line of a letter; an address that stands alone on it can be followed.
    public record Line(String text) {

        public boolean isLink() {
            return text.matches("https?://\\S+");
        }
    }

    @Override
    public SmtpServer server() {
        return SmtpServer.plain(LOOPBACK, server.getSmtp().getPort());
    }

    /// All that arrived, newest first.
    public List<Letter> listLetters() {
        MimeMessage[] received = server.getReceivedMessages();
        return java.util.stream.IntStream.range(0, received.length)
                .mapToObj(i -> letter(i + 1, received[i]))
                .sorted(Comparator.comparingInt((Letter letter) -> -letter.number()))
                .toList();
    }

    private static Letter letter(int number, MimeMessage message) {
        try {
            String to = String.join(
                    "、",
                    Arrays.stream(message.getAllRecipients())
                            .map(Object::toString)
                            .toList());
            return new Letter(
                    number,
                    message.getSentDate().toInstant(),
                    to,
                    String.valueOf(message.getSubject()),
                    String.valueOf(message.getContent()));
        } catch (MessagingException e) {
            throw new IllegalStateException("A letter of the demo cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void stop() {
        server.stop();
    }
}
