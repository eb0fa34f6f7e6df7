package town.machi.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Makes the sender for a server, with time-outs: a server that hangs must not hold a batch for ever.
final class MailSenders {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    private MailSenders() {}

    static JavaMailSenderImpl to(SmtpServer server) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        String protocol = server.security() == SmtpServer.Security.TLS ? "smtps" : "smtp";
        sender.setProtocol(protocol);
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!server.user().isEmpty()) {
            sender.setUsername(server.user());
            sender.setPassword(server.password());
        }
        sender.setJavaMailProperties(properties("mail." + protocol + ".", server));
        return sender;
    }

    private static Properties properties(String prefix, SmtpServer server) {
        Properties properties = new Properties();
        boolean startTls = server.security() == SmtpServer.Security.STARTTLS;
        properties.setProperty(prefix + "auth", Boolean.toString(!server.user().isEmpty()));
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        return properties;
    }
}
