package town.machi.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import town.machi.platform.CannotStart;
import town.machi.platform.database.DatabaseAddress;
import town.machi.platform.database.Durability;
import town.machi.platform.database.EmbeddedServer;
import town.machi.platform.database.Migrations;
import town.machi.platform.database.PostgresBinaries;

/// One embedded PostgreSQL for a test run, thrown away at its end, with one migrated template to clone from.
public final class TestServer {

    private static final String OWNER = "machi";
    private static final String APP = "machi_app";
    private static final AtomicInteger clones = new AtomicInteger();
    private static @Nullable EmbeddedServer server;

    private TestServer() {}

    /// Where the PostgreSQL programs are kept between test runs.
    public static PostgresBinaries binaries() {
        return PostgresBinaries.unpackInto(
                Path.of(System.getProperty("java.io.tmpdir"), "machi-tools-" + System.getProperty("user.name")));
    }

    /// A fresh database with every room's tables and no rows.
    public static synchronized DatabaseAddress cloneTemplate() {
        EmbeddedServer running = running();
        String name = "t" + clones.incrementAndGet();
        running.execute("postgres", "CREATE DATABASE %s TEMPLATE template_machi OWNER %s".formatted(name, OWNER));
        return new DatabaseAddress(running.superuserUrl(name), OWNER, running.superuserPassword(), APP);
    }

    /// A fresh database without anything in it.
    public static synchronized DatabaseAddress empty() {
        EmbeddedServer running = running();
        String name = "t" + clones.incrementAndGet();
        running.execute("postgres", "CREATE DATABASE %s OWNER %s".formatted(name, OWNER));
        return new DatabaseAddress(running.superuserUrl(name), OWNER, running.superuserPassword());
    }

    private static EmbeddedServer running() {
        EmbeddedServer running = server;
        if (running == null) {
            running = start();
            server = running;
        }
        return running;
    }

    private static EmbeddedServer start() {
        Path folder = freshFolder();
        EmbeddedServer started = EmbeddedServer.start(folder, binaries(), Durability.THROWAWAY);
        // After the last context: one that loses its database first waits ten seconds for it as it closes.
        SpringApplication.getShutdownHandlers().add(() -> {
            started.close();
            FileUtils.deleteQuietly(folder.toFile());
        });
        DatabaseAddress owner = started.database(OWNER);
        started.execute("postgres", "CREATE DATABASE template_machi OWNER " + OWNER);
        new Migrations(new DatabaseAddress(started.superuserUrl("template_machi"), OWNER, owner.password(), APP)).run();
        return started;
    }

    /// The project's own folder, cleared of what a killed test run left there; another when a test run is using it.
    private static Path freshFolder() {
        Path usual = Path.of("target/test-postgres").toAbsolutePath();
        try {
            EmbeddedServer.discard(usual, binaries());
            return usual;
        } catch (CannotStart e) {
            try {
                return Files.createTempDirectory("machi-test-postgres");
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
