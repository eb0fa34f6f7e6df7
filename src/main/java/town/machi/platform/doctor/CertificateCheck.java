package town.machi.platform.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The node's own certificate, where it has one: for how long it is good.
final class CertificateCheck implements Check {

    private static final Duration SOON = Duration.ofDays(21);

    private final Clock clock;

    CertificateCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Map<String, String> environment) {
        String folder = environment.getOrDefault("MACHI_TLS", "");
        if (folder.isEmpty()) {
            return List.of();
        }
        Path file = Path.of(folder, "fullchain.pem");
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate own =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .findFirst()
                            .orElseThrow(() -> new CertificateException("no certificate in it"));
            return List.of(told(own.getNotAfter().toInstant()));
        } catch (IOException | CertificateException e) {
            return List.of(Finding.wrong("証明書 " + file + " が読めません。", "MACHI_TLS のフォルダーに、読める fullchain.pem を置いてください。"));
        }
    }

    private Finding told(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        if (left.isNegative()) {
            return Finding.wrong("証明書の期限が切れています。", "新しい証明書を置いて、Machi を起こしなおしてください。");
        }
        String days = "証明書の期限まで、あと" + left.toDays() + "日です。";
        return left.compareTo(SOON) < 0 ? Finding.look(days, "取りかえる準備をしてください。") : Finding.good(days);
    }
}
