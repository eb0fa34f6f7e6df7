package town.machi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("外から見た住所")
class OutsideAddressTests {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("何も言われなければ、証明書もなく、誰の転送ヘッダーも信じない")
    void trustsNobodyUnasked() {
        MockEnvironment environment = processed(new MockEnvironment());
        assertThat(environment.getProperty("server.ssl.certificate")).isNull();
        assertThat(environment.getProperty("server.forward-headers-strategy")).isNull();
    }

    @Test
    @DisplayName("名指しされた中継だけを、その番号どおりに信じる")
    void trustsTheProxiesThatAreNamed() {
        MockEnvironment environment =
                processed(new MockEnvironment().withProperty("machi.proxy", "192.0.2.1, 2001:db8::1"));
        String pattern = String.valueOf(environment.getProperty("server.tomcat.remoteip.internal-proxies"));
        assertThat("192.0.2.1").matches(pattern);
        assertThat("2001:db8::1").matches(pattern);
        assertThat("192.0.221").doesNotMatch(pattern);
        assertThat("10.0.0.1").doesNotMatch(pattern);
    }

    @Test
    @DisplayName("証明書のフォルダーを示せば https になり、足りないファイルは名前で知らされる")
    void takesACertificate() throws IOException {
        MockEnvironment environment = new MockEnvironment().withProperty("machi.tls", folder.toString());
        assertThatThrownBy(() -> processed(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("privkey.pem");
        Files.writeString(folder.resolve("fullchain.pem"), "");
        Files.writeString(folder.resolve("privkey.pem"), "");
        assertThat(processed(environment).getProperty("server.ssl.certificate")).endsWith("fullchain.pem");
    }

    private static MockEnvironment processed(MockEnvironment environment) {
        new OutsideAddress().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
