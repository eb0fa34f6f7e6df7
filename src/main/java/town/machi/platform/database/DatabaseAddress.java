package town.machi.platform.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import town.machi.platform.CannotStart;

/// Where the database is, and as whom we come: the owner, who migrates, and the role the program works as.
///
/// @param url JDBC address, `jdbc:postgresql://host:port/database`
/// @param appUser the working role; `null` means `<database>_app`
public record DatabaseAddress(
        String url, String owner, String password, @Nullable String appUser) {

    public DatabaseAddress(String url, String owner, String password) {
        this(url, owner, password, null);
    }

    public String appRole() {
        return appUser != null ? appUser : database() + "_app";
    }

    /// Derived from the owner's password, so that no second secret has to be kept: each node works it out by itself.
    public String appPassword() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(("machi working role " + appRole()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String database() {
        PGSimpleDataSource parsed = new PGSimpleDataSource();
        parsed.setURL(url);
        String name = parsed.getDatabaseName();
        if (name == null || name.isEmpty()) {
            throw new CannotStart("MACHI_DB_URL names no database: " + url);
        }
        return name;
    }

    /// Single connections as the owner, for migrations only.
    public PGSimpleDataSource ownerDataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(owner);
        source.setPassword(password);
        source.setApplicationName("machi migration");
        return source;
    }

    @Override
    public String toString() {
        return url + " as " + owner;
    }
}
