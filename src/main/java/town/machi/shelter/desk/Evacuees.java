package town.machi.shelter.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;
import town.machi.kernel.SectionId;
import town.machi.platform.Settings;
import town.machi.shell.DayWords;
import town.machi.shelter.Presence;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.inquiry.Inquiry;
import town.machi.shelter.jdbc.InquiryRows;
import town.machi.shelter.jdbc.NamedRows;

/// What the shelters hold on a person: the notes of their stays, and the 安否照会 by them and about them.
@Component
class Evacuees implements PersonalData {

    private static final String WHAT = "避難所の入退所の記録";

    private static final String ASKED = "安否照会の記録";

    private final NamedRows rows;
    private final InquiryRows inquiries;
    private final Settings settings;

    Evacuees(NamedRows rows, InquiryRows inquiries, Settings settings) {
        this.rows = rows;
        this.inquiries = inquiries;
        this.settings = settings;
    }

    @Override
    public String room() {
        return "shelter";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return Stream.concat(
                        belonging(key).stream()
                                .map(standing -> new Trace(subject(standing), WHAT, standing.isSecret())),
                        asked(key).map(each -> new Trace(Inquiry.subject(each.id()), ASKED)))
                .toList();
    }

    @Override
    public List<PersonalFile> files() {
        Optional<SectionId> section = PersonalFile.Duty.firstOf(settings.find("shelter.sections"));
        String keep = "災害ごとに、町が決めた日まで";
        return List.of(
                new PersonalFile(
                        "shelter.person",
                        new PersonalFile.Duty("避難所の入退所者名簿", section, "避難した人の支援、安否の確認、被災者台帳の作成", keep),
                        new PersonalFile.Content(
                                List.of(
                                        "氏名", "フリガナ", "生年月日", "住所", "電話", "続柄", "けが・体調", "服薬・医療機器", "配慮の要ること",
                                        "入退所の日時"),
                                "避難所に来た人とその世帯の人",
                                "本人または世帯の人の届出",
                                PersonalFile.Sensitive.YES,
                                "災害対策基本法 第86条の15による照会に、本人の意思と町の決めた範囲で答えるとき"),
                        rows.countHeld()),
                new PersonalFile(
                        "shelter.inquiry",
                        new PersonalFile.Duty("安否照会の記録", section, "安否の照会に答え、その記録を残すこと（災害対策基本法 第86条の15）", keep),
                        new PersonalFile.Content(
                                List.of("たずねた人の氏名・住所・電話", "探している人の氏名・生年月日・住所", "照会の理由", "答えたこと"),
                                "照会した人、照会された人",
                                "照会した人の申出",
                                PersonalFile.Sensitive.NO,
                                ""),
                        inquiries.countHeld()));
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return Stream.concat(
                        belonging(key).stream().map(standing -> new Extract(subject(standing), WHAT, values(standing))),
                        asked(key).map(each -> new Extract(Inquiry.subject(each.id()), ASKED, values(each))))
                .toList();
    }

    @Override
    @Transactional
    public int erase(PersonKey key) {
        List<UUID> persons = belonging(key).stream().map(Standing::person).toList();
        int asked = inquiries.forget(asked(key).map(Inquiry.Recorded::id).toList());
        return asked + (persons.isEmpty() ? 0 : rows.forget(persons));
    }

    private Stream<Inquiry.Recorded> asked(PersonKey key) {
        return inquiries.named(key).stream().filter(each -> names(each.inquiry(), key));
    }

    private static boolean names(@Nullable Inquiry inquiry, PersonKey key) {
        return inquiry != null
                && (key.isName(inquiry.sought().name())
                        || key.isKana(inquiry.sought().kana())
                        || key.isName(inquiry.asker().name())
                        || key.isPhone(inquiry.asker().phone()));
    }

    /// To the person themselves: when, and the reason. Who asked, or was asked for, is the other's own.
    private static Map<String, String> values(Inquiry.Recorded recorded) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("照会の日時", DayWords.japanese(recorded.askedAt()));
        if (recorded.inquiry() != null) {
            values.put("照会の理由", recorded.inquiry().reason());
        }
        return values;
    }

    private List<Standing> belonging(PersonKey key) {
        return rows.list(key).stream().filter(standing -> isOf(standing, key)).toList();
    }

    private static boolean isOf(Standing standing, PersonKey key) {
        Map<String, String> person = standing.known().details();
        Map<String, String> household = standing.known().householdDetails();
        return key.isName(person.get("name"))
                || key.isKana(person.get("kana"))
                || key.isPhone(person.get("phone"))
                || key.isPhone(household.get("phone"));
    }

    private static String subject(Standing standing) {
        return "shelter.person:" + standing.person();
    }

    private static Map<String, String> values(Standing standing) {
        Map<String, String> values = new LinkedHashMap<>();
        standing.known().details().forEach((name, value) -> values.put(label(name), value));
        standing.known().householdDetails().forEach((name, value) -> values.put("世帯の" + label(name), value));
        Integer age = standing.known().facts().age();
        if (age != null) {
            values.put("年齢", age.toString());
        }
        values.put("入所", DayWords.japanese(standing.times().arrivedAt()));
        values.put("いまの状態", state(standing.state()));
        return values;
    }

    private static String state(Presence.State state) {
        return switch (state) {
            case IN -> "避難所にいる";
            case EXPECTED -> "来る予定";
            case OUT -> "外出中";
            case UNACCOUNTED -> "所在を確かめている";
            case LEFT -> "退所した";
        };
    }

    private static String label(String name) {
        return switch (name) {
            case "name" -> "氏名";
            case "kana" -> "フリガナ";
            case "birth" -> "生年月日";
            case "phone" -> "電話";
            case "relation" -> "続柄";
            case "medical" -> "服薬・医療機器";
            case "condition" -> "けが・体調";
            case "nationality" -> "国籍";
            case "pickup" -> "食事を受け取るところ";
            case "postcode" -> "郵便番号";
            case "address" -> "住所";
            case "district" -> "町内会・行政区";
            case "dwelling" -> "住居の種類";
            case "house" -> "家屋の被害";
            case "livable" -> "住める・住めない";
            case "lifelines" -> "断水・停電";
            case "plate" -> "車";
            default -> "備考";
        };
    }
}
