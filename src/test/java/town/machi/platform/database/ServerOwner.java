package town.machi.platform.database;

import java.nio.file.Path;
import town.machi.platform.CannotStart;
import town.machi.support.TestServer;

/// A program of its own that starts an embedded server, says so, and waits to be killed.
final class ServerOwner {

    private ServerOwner() {}

    /// @param arguments the server's folder, and its [Durability]
    public static void main(String[] arguments) throws InterruptedException {
        try {
            EmbeddedServer server = EmbeddedServer.start(
                    Path.of(arguments[0]), TestServer.binaries(), Durability.valueOf(arguments[1]));
            System.out.println("port " + server.port());
        } catch (CannotStart e) {
            System.out.println("refused " + e.getMessage());
            System.exit(1);
        }
        Thread.sleep(Long.MAX_VALUE);
    }
}
