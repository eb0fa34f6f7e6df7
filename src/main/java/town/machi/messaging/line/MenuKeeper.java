package town.machi.messaging.line;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.messaging.MenuMode;
import town.machi.messaging.jdbc.MenuRows;

/// Makes LINE show the menus that are wanted. There is one for each mode and language, all made beforehand: when an
/// alert switches the mode, the menu of all and the links of those who read another language are changed, and nothing
/// has to be drawn or sent. Whoever reads Japanese has no menu of their own and sees that of all.
///
/// It goes step by step, each held by one node; a step that is lost is done again, and twice does no harm.
@Component
class MenuKeeper {

    private static final Logger log = LoggerFactory.getLogger(MenuKeeper.class);

    private final MenuRows rows;
    private final MenuGateway gateway;
    private final LineConnection connection;
    private final MenuPlans plans;
    private final Clock clock;

    MenuKeeper(MenuRows rows, MenuGateway gateway, LineConnection connection, MenuPlans plans, Clock clock) {
        this.rows = rows;
        this.gateway = gateway;
        this.connection = connection;
        this.plans = plans;
        this.clock = clock;
    }

    /// Until all is as wanted, or LINE does not take it now.
    void showWanted() {
        boolean more = gateway.hasAccount();
        while (more) {
            Wanted wanted = new Wanted(rows.mode(), plans.all());
            Instant now = clock.instant();
            int tries = rows.claim(
                    wanted.fingerprint(),
                    wanted.ofFriends(),
                    now,
                    now.plus(connection.patience().multipliedBy(4)));
            more = tries > 0 && isStepDone(wanted, tries);
        }
    }

    private boolean isStepDone(Wanted wanted, int tries) {
        try {
            step(wanted);
            rows.release();
            return true;
        } catch (MenuGateway.NotDone e) {
            log.warn("The rich menu could not be changed and is tried again: {}", e.getMessage());
            log.debug("The rich menu could not be changed", e);
            if (e.isRefused()) {
                rows.forgetMade();
            }
            rows.postpone(LineBackOff.nextTry(clock.instant(), tries, Optional.empty()));
            return false;
        }
    }

    /// The most urgent thing that is not as wanted: what friends see now, before what they may see some day.
    private void step(Wanted wanted) throws MenuGateway.NotDone {
        Map<String, String> made = rows.listMade();
        Optional<MenuPlan> missing = wanted.inOrder()
                .filter(plan -> !made.containsKey(plan.fingerprint()))
                .findFirst();
        if (missing.isPresent() && missing.get().mode() == wanted.mode()) {
            make(missing.get());
        } else if (!rows.isShownToAll(wanted.toAll().fingerprint())) {
            gateway.showToAll(idOf(wanted.toAll(), made));
            rows.shownToAll(wanted.toAll().fingerprint());
        } else if (!isFriendChanged(wanted, made)) {
            if (missing.isPresent()) {
                make(missing.get());
            } else {
                finish(wanted, made);
            }
        }
    }

    private void make(MenuPlan plan) throws MenuGateway.NotDone {
        rows.made(plan.fingerprint(), gateway.make(plan.request(), MenuPicture.draw(plan)));
    }

    /// @return false when all friends have the menu that they should
    private boolean isFriendChanged(Wanted wanted, Map<String, String> made) throws MenuGateway.NotDone {
        for (Language language : Language.values()) {
            Optional<MenuPlan> own = wanted.own(language);
            String fingerprint = own.map(MenuPlan::fingerprint).orElse(null);
            List<String> users = rows.listWithOther(language, fingerprint, MenuGateway.MOST_USERS);
            if (!users.isEmpty()) {
                if (own.isPresent()) {
                    gateway.link(idOf(own.get(), made), users);
                } else {
                    gateway.unlink(users);
                }
                rows.linked(users, fingerprint);
                return true;
            }
        }
        return false;
    }

    private void finish(Wanted wanted, Map<String, String> made) throws MenuGateway.NotDone {
        Set<String> keep = new HashSet<>();
        wanted.inOrder().forEach(plan -> keep.add(idOf(plan, made)));
        gateway.deleteOthers(keep);
        rows.finished(
                wanted.fingerprint(),
                wanted.inOrder().map(MenuPlan::fingerprint).toList());
    }

    private static String idOf(MenuPlan plan, Map<String, String> made) {
        return java.util.Objects.requireNonNull(made.get(plan.fingerprint()), "the menu is not made yet");
    }

    /// How it should be.
    private record Wanted(MenuMode mode, List<MenuPlan> plans) {

        /// Those of the mode first.
        Stream<MenuPlan> inOrder() {
            return Stream.concat(
                    plans.stream().filter(plan -> plan.mode() == mode),
                    plans.stream().filter(plan -> plan.mode() != mode));
        }

        MenuPlan toAll() {
            return plan(Language.JA);
        }

        Optional<MenuPlan> own(Language language) {
            return language == Language.JA ? Optional.empty() : Optional.of(plan(language));
        }

        /// By language: the fingerprint of the menu that its friends have of their own.
        Map<Language, String> ofFriends() {
            return Map.of(
                    Language.EASY, plan(Language.EASY).fingerprint(),
                    Language.EN, plan(Language.EN).fingerprint());
        }

        String fingerprint() {
            StringBuilder text = new StringBuilder(mode.code());
            plans.forEach(plan -> text.append(plan.fingerprint()));
            return UserHash.of(text.toString());
        }

        private MenuPlan plan(Language language) {
            return plans.stream()
                    .filter(plan -> plan.mode() == mode && plan.language() == language)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
