package town.machi.alert.web;

import java.time.Instant;
import java.util.List;
import town.machi.alert.AlertText;
import town.machi.shell.Template;

/// One message, for everybody: the words as they went out.
///
/// @param weather whether it is made of what the 気象庁 announced
/// @param over whether it is no longer on
/// @param after what followed it
/// @param code by which people compare it with what they heard elsewhere
record AlertNoticePage(
        String number,
        AlertText.Said said,
        Instant at,
        String where,
        int level,
        boolean weather,
        boolean over,
        List<AlertsPage.Line> after,
        String code)
        implements Template {

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }
}
