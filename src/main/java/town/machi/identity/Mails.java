package town.machi.identity;

import org.springframework.stereotype.Component;
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.platform.Town;

/// The letters of this room: an invitation, a new beginning, a word that something was changed.
@Component
class Mails {

    private final Outbox outbox;
    private final Town town;

    Mails(Outbox outbox, Town town) {
        this.outbox = outbox;
        this.town = town;
    }

    void invite(StaffMember member, Links.Issued issued) {
        send(member, "職員用の画面への招待", """
                %s さん

                %sの職員用の画面に招待されました。
                次のリンクを開いて、パスワードと二段階認証を設定してください。

                %s

                このリンクは一度だけ使えます。期限は %s です。
                心当たりのないときは、このメールを捨ててください。
                """.formatted(member.name(), town.name(), url(issued), until(issued)));
    }

    void renew(StaffMember member, Links.Issued issued, String reason) {
        send(member, "サインインの再設定", """
                %s さん

                管理者が、あなたのサインインを再設定しました。
                理由：%s

                すべての端末からサインアウトしました。登録していたパスキーと予備コードは使えません。
                次のリンクを開いて、設定し直してください。

                %s

                このリンクは一度だけ使えます。期限は %s です。
                心当たりのないときは、すぐに管理者へ知らせてください。
                """.formatted(member.name(), reason, url(issued), until(issued)));
    }

    /// @param what one sentence: パスワードが変更されました。
    void tell(StaffMember member, String what) {
        send(member, "サインインの設定が変わりました", """
                %s さん

                %s
                心当たりのないときは、すぐに管理者へ知らせてください。
                """.formatted(member.name(), what));
    }

    private void send(StaffMember member, String subject, String text) {
        var body = text + "\n--\n" + town.name() + "\n";
        outbox.send(new Mail(member.mail(), "【" + town.name() + "】" + subject, body, "staff:" + member.id(), null));
    }

    private String url(Links.Issued issued) {
        return town.baseUri() + issued.path();
    }

    private static String until(Links.Issued issued) {
        return OfficeTime.of(issued.link().expiresAt());
    }
}
