package town.machi.shelter.missing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.shelter.Sex;
import town.machi.shelter.SupportedPerson;

/// One person as a row, out and in.
final class SupportColumns {

    static final String NAME = "氏名";
    static final String KANA = "かな";
    static final String BIRTH = "生年月日";
    static final String SEX = "性別";
    static final String ADDRESS = "住所";
    static final String DISTRICT = "町字";
    static final String WARD = "行政区";
    static final String PHONE = "電話";
    static final String CARE = "要介護等の区分";
    static final String SUPPORTER = "支援者氏名";
    static final String SUPPORTER_PHONE = "支援者電話";
    static final String CONSENT = "同意";
    static final String PLAN_SHELTER = "避難先";
    static final String PLAN_ROUTE = "避難経路";
    static final String PLAN_MEANS = "移動手段";
    static final String PLAN_CARE = "必要な配慮";
    static final String PLAN_BELONGINGS = "持ち出す薬・機器";
    static final String PLAN_UPDATED = "計画の更新日";

    static final List<String> ALL = List.of(
            NAME,
            KANA,
            BIRTH,
            SEX,
            ADDRESS,
            DISTRICT,
            WARD,
            PHONE,
            CARE,
            SUPPORTER,
            SUPPORTER_PHONE,
            CONSENT,
            PLAN_SHELTER,
            PLAN_ROUTE,
            PLAN_MEANS,
            PLAN_CARE,
            PLAN_BELONGINGS,
            PLAN_UPDATED);

    private static final SupportedPerson.Plan NO_PLAN = new SupportedPerson.Plan("", "", "", "", "", null);

    private SupportColumns() {}

    static List<String> row(SupportedPerson person, Districts districts) {
        var plan = person.plan() == null ? NO_PLAN : person.plan();
        String district = person.where().district();
        return List.of(
                person.who().name(),
                person.who().kana(),
                person.who().birth().toString(),
                sex(person.who().sex()),
                person.where().address(),
                districts.find(district).map(District::name).orElse(district),
                person.where().ward(),
                person.phone(),
                person.care(),
                person.supporter().name(),
                person.supporter().phone(),
                person.consented() ? "有" : "無",
                plan.shelter(),
                plan.route(),
                plan.means(),
                plan.care(),
                plan.belongings(),
                day(plan.updatedOn()));
    }

    private static String sex(@Nullable Sex sex) {
        return sex == null ? "" : sex.label();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
