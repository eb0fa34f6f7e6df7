package town.machi.shell;

import org.jspecify.annotations.Nullable;

/// One entry of the office menu.
///
/// @param label Japanese words, e.g. 受信箱
/// @param href a path under `/office`
/// @param order smaller stands further left; rooms use steps of 10
/// @param count how much waits there, shown beside the label; null: nothing to count
public record MenuItem(
        String label, String href, int order, @Nullable Integer count) {

    public MenuItem(String label, String href, int order) {
        this(label, href, order, null);
    }

    /// Whether the page at `path` lies under this entry.
    public boolean isCurrent(String path) {
        return path.equals(href) || path.startsWith(href.endsWith("/") ? href : href + "/");
    }
}
