package town.machi.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where mail goes out: `MACHI_SMTP_HOST`, `_PORT`, `_USER`, `_PASSWORD`, `_SECURITY`.
///
/// @param host empty where there is none: mail then waits in the outbox
/// @param user empty where the server asks for no sign-in
@ConfigurationProperties("machi.smtp")
public record SmtpServer(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("starttls") Security security) {

    public enum Security {
        /// Only for a server on the same machine.
        NONE,
        /// Plain connection that must turn into TLS.
        STARTTLS,
        /// TLS from the first byte (port 465).
        TLS
    }

    /// A server that asks for nothing, such as a stand-in on this machine.
    public static SmtpServer plain(String host, int port) {
        return new SmtpServer(host, port, "", "", Security.NONE);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
