package town.machi.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Banner;
import town.machi.shell.Template;

/// What the town is telling right now.
///
/// @param certificate where to apply for a disaster certificate; null where the town does not offer it
record NowPage(List<Banner.Item> items, @Nullable String certificate) implements Template {

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }
}
