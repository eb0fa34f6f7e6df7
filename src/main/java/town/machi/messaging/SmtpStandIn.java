package town.machi.messaging;

/// A mail server that a later room runs for the demo. It is used where `MACHI_SMTP_HOST` names no other.
public interface SmtpStandIn {

    SmtpServer server();
}
