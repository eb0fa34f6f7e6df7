package town.machi.shell;

import java.util.function.Supplier;

/// The hidden field that every form carries, so that no other site can post in somebody's name.
/// The token is made when a template first asks for it: pages without a form set no cookie and can
/// be cached.
public final class Csrf {

    private final String field;
    private final Supplier<String> token;
    private boolean used;

    public Csrf(String field, Supplier<String> token) {
        this.field = field;
        this.token = token;
    }

    /// The name of the hidden field, `_csrf`.
    public String field() {
        return field;
    }

    /// The token; asking for it makes the page one that must not be cached.
    public String token() {
        used = true;
        return token.get();
    }

    public boolean used() {
        return used;
    }
}
