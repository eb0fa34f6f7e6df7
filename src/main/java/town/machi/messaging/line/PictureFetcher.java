package town.machi.messaging.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.messaging.jdbc.LineEventRows;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.platform.NewFile;
import town.machi.platform.Storing;

/// Fetches the pictures that friends send, before their events are done: LINE keeps them only for a while.
@Component
class PictureFetcher {

    private static final int MOST_TRIES = 5;

    private final LineEventRows rows;
    private final LineGateway gateway;
    private final LineConnection connection;
    private final Files files;
    private final Clock clock;
    private final TransactionOperations transaction;

    PictureFetcher(
            LineEventRows rows,
            LineGateway gateway,
            LineConnection connection,
            Files files,
            Clock clock,
            TransactionOperations transaction) {
        this.rows = rows;
        this.gateway = gateway;
        this.connection = connection;
        this.files = files;
        this.clock = clock;
        this.transaction = transaction;
    }

    void fetchAllDue() {
        boolean more = gateway.hasAccount();
        while (more) {
            var next = rows.claimPicture(clock.instant(), clock.instant().plus(connection.patience()));
            next.ifPresent(this::fetch);
            more = next.isPresent();
        }
    }

    private void fetch(LineEventRows.Waiting event) {
        String message = event.pictureMessage();
        if (message == null) {
            return;
        }
        try {
            Optional<byte[]> picture = gateway.fetch(message);
            transaction.executeWithoutResult(
                    status -> rows.putPicture(event.id(), store(event, picture), clock.instant()));
        } catch (IOException e) {
            if (event.tries() >= MOST_TRIES) {
                rows.putPicture(event.id(), null, clock.instant());
            }
        }
    }

    /// LINE hands most pictures out as JPEG; a screen that somebody saved stays a PNG.
    private static boolean isPng(byte[] picture) {
        return picture.length > 4 && picture[1] == 'P' && picture[2] == 'N' && picture[3] == 'G';
    }

    private @Nullable FileId store(LineEventRows.Waiting event, Optional<byte[]> picture) {
        if (picture.isEmpty()) {
            return null;
        }
        NewFile file = new NewFile(
                new ByteArrayInputStream(picture.get()),
                isPng(picture.get()) ? "photo.png" : "photo.jpg",
                "line-event:" + event.id(),
                LocalDate.now(clock).plusDays(1));
        return switch (files.store(file)) {
            case Storing.Stored stored -> stored.file().id();
            case Storing.Refused _ -> null;
        };
    }
}
