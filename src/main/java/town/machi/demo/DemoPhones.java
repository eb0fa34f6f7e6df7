package town.machi.demo;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import town.machi.demo.line.LinePhones;
import town.machi.messaging.Friends;
import town.machi.messaging.Segment;

/// Gives a few made-up residents telephones. Three become friends of the town at its first start, by the same talk as
/// anybody, in the three languages; the last has not added the account yet.
@Component
@ConditionalOnBooleanProperty("machi.demo")
class DemoPhones {

    private static final Logger log = LoggerFactory.getLogger(DemoPhones.class);

    private record Owner(String name, String language, String district) {}

    private static final List<Owner> OWNERS = List.of(
            new Owner("髙橋 例子（湯浦）", "ja", "大字湯浦"),
            new Owner("グエン 例（田浦）", "easy", "大字田浦"),
            new Owner("Maria Rei (Sashiki)", "en", "大字佐敷"),
            new Owner("計石 例江", "", ""));

    private final DemoLine line;
    private final Friends friends;

    DemoPhones(DemoLine line, Friends friends) {
        this.line = line;
        this.friends = friends;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void handOut() {
        LinePhones phones = line.platform().phones();
        boolean known = friends.count(Segment.everyone()) > 0;
        for (int i = 0; i < OWNERS.size(); i++) {
            Owner owner = OWNERS.get(i);
            String user = "U" + "0123456789abcdef".substring(i, i + 1).repeat(32);
            phones.add(user, owner.name());
            if (!owner.language().isEmpty()) {
                befriend(phones, user, owner, known);
            }
        }
    }

    private static void befriend(LinePhones phones, String user, Owner owner, boolean known) {
        if (known) {
            phones.knowsAlready(user);
            return;
        }
        int answer = phones.follow(user);
        phones.tap(user, "friend:language:" + owner.language(), "");
        phones.tap(user, "friend:district:" + owner.district(), "");
        if (answer != 200) {
            log.warn("The demo's telephone could not reach the town: {}", answer);
        }
    }
}
