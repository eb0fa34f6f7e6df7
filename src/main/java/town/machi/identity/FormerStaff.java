package town.machi.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.SessionRows;
import town.machi.identity.jdbc.SignInRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;

/// Staff are found by their mail address. Erased is who is suspended: name, address, factors and sign-ins go;
/// the id stays, so that what they did in the office still has somebody who did it.
@Component
class FormerStaff implements PersonalData {

    static final String NAME = "（退職した職員）";

    private final StaffRows staff;
    private final FactorRows factors;
    private final SignInRows signIns;
    private final SessionRows sessions;

    FormerStaff(StaffRows staff, FactorRows factors, SignInRows signIns, SessionRows sessions) {
        this.staff = staff;
        this.factors = factors;
        this.signIns = signIns;
        this.sessions = sessions;
    }

    @Override
    public String room() {
        return "identity";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return account(key).map(account -> new Trace(subject(account), "職員の登録")).stream()
                .toList();
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(new PersonalFile(
                "identity.staff",
                new PersonalFile.Duty("職員の登録ファイル", Optional.empty(), "職員が役場の画面を使うときの本人の確認と権限の管理", "退職するまで"),
                new PersonalFile.Content(
                        List.of("氏名", "メールアドレス", "課", "役割", "職", "サインインの記録"),
                        "職員、外部の支援者",
                        "任命権者からの通知、本人の登録",
                        PersonalFile.Sensitive.NO,
                        ""),
                Math.min(staff.listPresent().size(), PersonalFile.COUNTED)));
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return account(key)
                .map(account -> new Extract(
                        subject(account),
                        "職員の登録",
                        Map.of(
                                "氏名",
                                account.member().name(),
                                "メールアドレス",
                                account.member().mail())))
                .stream()
                .toList();
    }

    @Override
    @Transactional
    public int erase(PersonKey key) {
        var former = account(key).filter(account -> account.state() == StaffState.SUSPENDED);
        if (former.isEmpty()) {
            return 0;
        }
        var id = former.get().member().id();
        factors.clearSecondFactors(id);
        sessions.endAll(id);
        var rows = signIns.deleteFor(id);
        return rows + (staff.forget(id, NAME) ? 1 : 0);
    }

    private Optional<Account> account(PersonKey key) {
        return Optional.ofNullable(key.mail()).flatMap(staff::findByMail);
    }

    private static String subject(Account account) {
        return "identity.staff:" + account.member().id();
    }
}
