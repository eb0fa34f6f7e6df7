package town.machi.shelter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import town.machi.kernel.ProblemException;
import town.machi.platform.RateLimits;
import town.machi.shelter.DeskProblem;
import town.machi.shelter.entrance.DeskDevice;
import town.machi.shelter.entrance.Devices;
import town.machi.shelter.entrance.Sync;

/// What a desk asks of us: to be let in, and to exchange what happened. It shows the token that it got when it
/// was let
/// in; cookies play no part.
@RestController
class DeskApi {

    /// So much a batch holds at most; a desk with more sends several.
    static final int MOST_EVENTS = 1_000;

    private static final int TRIES = 20;
    private static final Duration PER = Duration.ofMinutes(10);

    private final Devices devices;
    private final Sync sync;
    private final DeskReplies replies;
    private final RateLimits limits;
    private final Clock clock;

    DeskApi(Devices devices, Sync sync, DeskReplies replies, RateLimits limits, Clock clock) {
        this.devices = devices;
        this.sync = sync;
        this.replies = replies;
        this.limits = limits;
        this.clock = clock;
    }

    /// @param code of a pass
    /// @param desk which the device was before, or null
    /// @param next the first renewal code that it has not used, or null
    /// @param publicKey SubjectPublicKeyInfo in Base64
    record EnterRequest(
            @Nullable String code,
            @Nullable UUID desk,
            @Nullable Integer next,
            @Nullable String publicKey) {}

    @PostMapping(path = "/api/desk/enter", produces = MediaType.APPLICATION_JSON_VALUE)
    DeskReplies.EnterReply enter(@RequestBody EnterRequest request, HttpServletRequest from) {
        if (!limits.tryTake("shelter.desk-pass", from.getRemoteAddr(), TRIES, PER)) {
            throw new ProblemException(DeskProblem.TOO_MANY_TRIES);
        }
        if (request.code() == null || request.publicKey() == null) {
            throw new ProblemException(DeskProblem.UNREADABLE);
        }
        int next = request.next() == null ? 1 : request.next();
        var device = new Devices.Device(request.desk(), next, bytes(request.publicKey()));
        return devices.enter(request.code(), device)
                .map(entered -> replies.entered(entered, clock.instant()))
                .orElseThrow(() -> new ProblemException(DeskProblem.PASS_NOT_GOOD));
    }

    /// @param now the desk's clock, ISO 8601
    /// @param opening whose events it has up to `cursor`, or null
    /// @param nextRenewal the first renewal code that it has not used
    /// @param renewalsLeft how many it has
    /// @param packed which package it has, or null
    /// @param registered which edition of the registrations it has, or null
    /// @param elsewhere which edition of those at other shelters it has, or null
    record SyncRequest(
            @Nullable String now,
            @Nullable List<JsonNode> events,
            @Nullable UUID opening,
            long cursor,
            int nextRenewal,
            int renewalsLeft,
            @Nullable String packed,
            @Nullable String registered,
            @Nullable String elsewhere) {}

    @PostMapping(path = "/api/desk/sync", produces = MediaType.APPLICATION_JSON_VALUE)
    DeskReplies.SyncReply sync(
            @RequestBody SyncRequest request, @RequestHeader(name = "Authorization", required = false) String token) {
        DeskDevice desk = getDesk(token);
        if (request.now() == null || request.events() == null || !isInBounds(request, request.events())) {
            throw new ProblemException(DeskProblem.UNREADABLE);
        }
        var said = new Sync.Said(
                instant(request.now()),
                request.events(),
                request.opening(),
                request.cursor(),
                request.nextRenewal(),
                request.renewalsLeft());
        var has = new DeskReplies.Has(request.packed(), request.registered(), request.elsewhere());
        return replies.heard(sync.exchange(desk, said), has);
    }

    private static boolean isInBounds(SyncRequest request, List<JsonNode> events) {
        return events.size() <= MOST_EVENTS && request.nextRenewal() >= 1;
    }

    private DeskDevice getDesk(@Nullable String token) {
        if (token == null || !token.startsWith("Bearer ")) {
            throw new ProblemException(DeskProblem.NOT_A_DESK);
        }
        DeskDevice desk = devices.find(token.substring("Bearer ".length()))
                .orElseThrow(() -> new ProblemException(DeskProblem.NOT_A_DESK));
        if (desk.isRevoked()) {
            throw new ProblemException(DeskProblem.SHUT_OUT);
        }
        if (desk.isCardOver(clock.instant())) {
            throw new ProblemException(DeskProblem.CARD_OVER);
        }
        return desk;
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(DeskProblem.UNREADABLE);
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new ProblemException(DeskProblem.UNREADABLE);
        }
    }
}
