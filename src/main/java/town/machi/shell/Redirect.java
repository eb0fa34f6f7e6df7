package town.machi.shell;

/// After a POST: the browser goes to `path` with GET (303), so that reloading repeats nothing.
///
/// @param path a path of this program with its query, beginning with one `/`; never another site
public record Redirect(String path) implements Reply {

    public Redirect {
        if (!path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
            throw new IllegalArgumentException("not a path of this program: " + path);
        }
    }
}
