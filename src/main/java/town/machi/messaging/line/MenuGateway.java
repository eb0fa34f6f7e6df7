package town.machi.messaging.line;

import com.linecorp.bot.client.base.UploadFile;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.RichMenuBulkLinkRequest;
import com.linecorp.bot.messaging.model.RichMenuBulkUnlinkRequest;
import com.linecorp.bot.messaging.model.RichMenuRequest;
import com.linecorp.bot.messaging.model.RichMenuResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/// The Messaging API's calls for rich menus. Never to be called inside a transaction.
@Component
class MenuGateway {

    /// LINE's most for one call.
    static final int MOST_USERS = 500;

    private final LineConnection connection;

    MenuGateway(LineConnection connection) {
        this.connection = connection;
    }

    /// LINE did not do it.
    static final class NotDone extends IOException {

        private static final long serialVersionUID = 1L;
        private final boolean refused;

        NotDone(LineAnswer answer, Throwable cause) {
            super("LINE answered " + answer.word(), cause);
            this.refused = answer instanceof LineAnswer.Refused;
        }

        /// Whether LINE refuses it for good: what it was asked about is no longer there.
        boolean isRefused() {
            return refused;
        }
    }

    boolean hasAccount() {
        return connection.account().isPresent();
    }

    /// Makes a rich menu with its picture.
    ///
    /// @return LINE's id of it
    String make(RichMenuRequest menu, byte[] png) throws NotDone {
        String id = ask(() -> api().createRichMenu(menu).join().body().richMenuId());
        try {
            ask(() -> connection
                    .clients()
                    .data()
                    .setRichMenuImage(id, UploadFile.fromByteArray(png, "image/png"))
                    .join());
        } catch (NotDone e) {
            ask(() -> api().deleteRichMenu(id).join());
            throw e;
        }
        return id;
    }

    /// Whoever has no menu of their own sees this one.
    void showToAll(String id) throws NotDone {
        ask(() -> api().setDefaultRichMenu(id).join());
    }

    /// @param users at most 500
    void link(String id, List<String> users) throws NotDone {
        ask(() -> api().linkRichMenuIdToUsers(new RichMenuBulkLinkRequest(id, users))
                .join());
    }

    /// They see the menu of all again.
    ///
    /// @param users at most 500
    void unlink(List<String> users) throws NotDone {
        ask(() -> api().unlinkRichMenuIdFromUsers(new RichMenuBulkUnlinkRequest(users))
                .join());
    }

    /// Deletes the account's former menus; those that the town did not make by this program stay.
    void deleteOthers(Set<String> keep) throws NotDone {
        List<RichMenuResponse> all =
                ask(() -> api().getRichMenuList().join().body().richmenus());
        for (RichMenuResponse other : all) {
            if (other.name().startsWith(MenuPlan.NAME_BEGINS) && !keep.contains(other.richMenuId())) {
                ask(() -> api().deleteRichMenu(other.richMenuId()).join());
            }
        }
    }

    private interface Call<T> {
        T make();
    }

    private static <T> T ask(Call<T> call) throws NotDone {
        try {
            return call.make();
        } catch (CompletionException e) {
            throw new NotDone(LineGateway.answerOf(e), e);
        }
    }

    private MessagingApiClient api() {
        return connection.clients().api();
    }
}
