package town.machi.messaging;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import town.machi.messaging.jdbc.Claimed;
import town.machi.platform.Town;

/// Carries mail to the SMTP server, several on one connection.
@Component
class MailCarrier {

    private static final String NO_CONNECTION = "no-connection";

    private final SmtpServer configured;
    private final ObjectProvider<SmtpStandIn> standIn;
    private final Town town;
    private final Clock clock;

    MailCarrier(SmtpServer configured, ObjectProvider<SmtpStandIn> standIn, Town town, Clock clock) {
        this.configured = configured;
        this.standIn = standIn;
        this.town = town;
        this.clock = clock;
    }

    boolean hasServer() {
        return server() != null;
    }

    private @Nullable SmtpServer server() {
        if (!configured.host().isEmpty()) {
            return configured;
        }
        SmtpStandIn instead = standIn.getIfAvailable();
        return instead == null ? null : instead.server();
    }

    /// Connects at the first mail, not before.
    Round open() {
        SmtpServer server = server();
        if (server == null) {
            throw new IllegalStateException("No mail server is set");
        }
        return new Round(MailSenders.to(server));
    }

    /// One connection's worth of mail.
    final class Round implements AutoCloseable {

        private final JavaMailSenderImpl sender;
        private @Nullable Transport transport;

        private Round(JavaMailSenderImpl sender) {
            this.sender = sender;
        }

        Attempt send(Claimed message) {
            MimeMessage mail;
            try {
                mail = compose(message);
            } catch (MessagingException | UnsupportedEncodingException e) {
                return new Attempt.Rejected("malformed");
            }
            try {
                connected().sendMessage(mail, mail.getAllRecipients());
                return new Attempt.Sent("250");
            } catch (SendFailedException e) {
                return refused(e);
            } catch (AuthenticationFailedException e) {
                return new Attempt.NoConnection("sign-in-refused");
            } catch (MessagingException e) {
                return new Attempt.NoConnection(NO_CONNECTION);
            }
        }

        private Transport connected() throws MessagingException {
            Transport open = transport;
            if (open == null) {
                open = sender.getSession().getTransport(sender.getProtocol());
                transport = open;
            }
            if (!open.isConnected()) {
                open.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
            }
            return open;
        }

        private MimeMessage compose(Claimed message) throws MessagingException, UnsupportedEncodingException {
            MimeMessage mail = new IdentifiedMessage(
                    sender.getSession(), message.id(), town.baseUri().getHost());
            mail.setFrom(new InternetAddress(town.mailFrom(), town.name(), StandardCharsets.UTF_8.name()));
            mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(message.recipient(), true));
            mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
            mail.setText(message.body(), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(clock.instant()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Content-Language", "ja");
            mail.saveChanges();
            return mail;
        }

        @Override
        public void close() {
            Transport open = transport;
            if (open != null) {
                try {
                    open.close();
                } catch (MessagingException e) {
                    // The mail is sent; that the other side hung up first changes nothing.
                    transport = null;
                }
            }
        }
    }

    /// 5xx is for good, 4xx for now; an answer without a code means that the connection broke.
    private static Attempt refused(SendFailedException failure) {
        int code = code(failure);
        if (code < 400) {
            return new Attempt.NoConnection(NO_CONNECTION);
        }
        return code < 500 ? new Attempt.Deferred(Integer.toString(code)) : new Attempt.Rejected(Integer.toString(code));
    }

    private static int code(@Nullable Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException from -> from.getReturnCode();
            case SMTPSendFailedException send -> {
                int inside = code(send.getNextException());
                yield inside > 0 ? inside : send.getReturnCode();
            }
            case MessagingException other -> code(other.getNextException());
            case null, default -> -1;
        };
    }
}
