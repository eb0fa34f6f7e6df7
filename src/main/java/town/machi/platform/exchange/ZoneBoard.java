package town.machi.platform.exchange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import town.machi.platform.BoardNotice;
import town.machi.platform.Exchange;

/// Hangs up what the rooms have to tell. A room that cannot say it keeps no other from it.
record ZoneBoard(Exchange exchange, ObjectProvider<BoardNotice> notices) {

    private static final Logger log = LoggerFactory.getLogger(ZoneBoard.class);

    void hangUp() {
        notices.orderedStream().forEach(this::hangUp);
    }

    private void hangUp(BoardNotice notice) {
        try {
            exchange.post(notice.kind(), "", notice.content());
        } catch (RuntimeException e) {
            log.warn("{} cannot be hung up: {}", notice.kind(), e.getClass().getName());
        }
    }
}
