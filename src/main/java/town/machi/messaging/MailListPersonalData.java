package town.machi.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;
import town.machi.messaging.jdbc.MailListRows;

/// The address of somebody who takes the town's news by mail.
@Component
class MailListPersonalData implements PersonalData {

    private static final String WHAT = "お知らせメールの登録";

    private final MailListRows rows;

    MailListPersonalData(MailListRows rows) {
        this.rows = rows;
    }

    @Override
    public String room() {
        return "messaging";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return rows.findByMail(key.mail()).stream()
                .map(one -> new Trace("messaging.mail-list:" + one.id(), WHAT))
                .toList();
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(new PersonalFile(
                "messaging.mail-list",
                new PersonalFile.Duty("お知らせメールの登録ファイル", Optional.empty(), "町のお知らせと災害情報をメールで送ること", "登録をやめるまで"),
                new PersonalFile.Content(
                        List.of("メールアドレス", "地区", "言葉"), "登録した人", "本人の登録", PersonalFile.Sensitive.NO, ""),
                rows.countHeld()));
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return rows.findByMail(key.mail()).stream()
                .map(one -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    values.put("メールアドレス", one.mail());
                    values.put("地区", one.district().orElse("町全体"));
                    values.put("言葉", one.language().code());
                    return new Extract("messaging.mail-list:" + one.id(), WHAT, values);
                })
                .toList();
    }

    @Override
    public int erase(PersonKey key) {
        String mail = key.mail();
        return mail == null ? 0 : rows.deleteByMail(mail);
    }
}
