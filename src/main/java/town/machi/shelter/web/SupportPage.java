package town.machi.shelter.web;

import java.time.LocalDate;
import java.util.List;
import town.machi.shell.Template;
import town.machi.shell.component.Pager;
import town.machi.shelter.Disaster;
import town.machi.shelter.SupportedPerson;

/// The 避難行動要支援者名簿 itself: what goes on, how many, who.
///
/// @param open what goes on, each with its page of who is missing
record SupportPage(OverviewPage.Notice notice, List<Disaster> open, Numbers numbers, List<Row> rows, Pager pager)
        implements Template {

    record Numbers(int all, int consented, int planned, int supporters) {

        static Numbers of(List<SupportedPerson> all) {
            return new Numbers(
                    all.size(),
                    (int) all.stream().filter(SupportedPerson::consented).count(),
                    (int) all.stream().filter(each -> each.plan() != null).count(),
                    (int) all.stream()
                            .filter(each -> !each.supporter().name().isEmpty())
                            .count());
        }
    }

    record Row(String name, String kana, String age, String where, String care, boolean consented, String plan) {

        static Row of(SupportedPerson person, String district, LocalDate today) {
            var plan = person.plan();
            String planned = plan == null
                    ? ""
                    : plan.updatedOn() == null ? "あり（更新日は未記入）" : "あり（" + SupportWords.day(plan.updatedOn()) + "）";
            return new Row(
                    person.who().name(),
                    person.who().kana(),
                    SupportWords.age(person, today),
                    SupportWords.where(person, district),
                    person.care(),
                    person.consented(),
                    planned);
        }
    }
}
