package town.machi.bench;

import java.io.IOException;
import java.util.Map;

/// Begins a form as a resident does.
final class FormPageAddress {

    private FormPageAddress() {}

    /// @return the path of its first page, a line break, and the cookies that open it
    static String begin(int port) throws IOException {
        try (Visitor visitor = new Visitor(port)) {
            String page = visitor.open("/procedures/water-start");
            visitor.send(page, "/procedures/water-start/start", Map.of());
            return visitor.path() + "\n" + visitor.cookies();
        }
    }
}
