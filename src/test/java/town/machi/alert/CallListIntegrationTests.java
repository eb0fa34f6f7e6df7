package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import town.machi.alert.desk.AlertLooking;
import town.machi.alert.desk.AlertWriting;
import town.machi.alert.desk.CallList;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Role;
import town.machi.shelter.Hazard;
import town.machi.shelter.Openings;
import town.machi.shelter.Shelters;
import town.machi.shelter.SupportedPeople;
import town.machi.shelter.missing.FollowUps;
import town.machi.shelter.missing.SupportList;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("電話をかける人")
class CallListIntegrationTests {

    @Autowired
    CallList list;

    @Autowired
    AlertWriting writing;

    @Autowired
    AlertLooking looking;

    @Autowired
    List<PersonalData> rooms;

    @Autowired
    SupportList supported;

    @Autowired
    SupportedPeople people;

    @Autowired
    FollowUps followUps;

    @Autowired
    Openings openings;

    @Autowired
    Shelters shelters;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Test
    @DisplayName("対象の地区の人だけが並び、伝えた人は済みになり、名簿から消した人はどこにも残らない")
    void callsByDistrict() {
        Actor.Staff clerk = staff.add("防災 守", "general", Role.HANDLER);
        CallList.Imported imported = list.replace("""
                名簿,名前,電話,大字,メモ
                電話を登録した人,例 計石 三郎,0966-00-2002,計石,耳が聞こえにくい
                電話を登録した人,例 湯浦 ハナ,0966-00-2001,湯浦,
                """, clerk);
        assertThat(imported).isEqualTo(new CallList.Imported(2, List.of()));
        assertThat(list.replace("区長,名前,0966-00-0000,ない所", clerk).faults()).containsExactly("1行目: 大字「ない所」はありません。");
        assertThat(list.count()).isEqualTo(2 + people.count());

        Alert alert = alert(clerk, "大字計石");
        List<Contact> contacts = list.open(alert, clerk);
        assertThat(contacts).extracting(Contact::name).containsExactly("例 計石 三郎");
        list.called(alert, contacts.getFirst().id(), true, clerk);
        assertThat(list.outcomes(alert)).containsEntry(contacts.getFirst().id(), "REACHED");

        PersonKey key = new PersonKey(null, null, "0966002002", null, Set.of());
        PersonalData room = rooms.stream()
                .filter(each -> each.room().equals("alert"))
                .findFirst()
                .orElseThrow();
        assertThat(room.export(key).getFirst().values()).containsEntry("メモ", "耳が聞こえにくい");
        assertThat(room.erase(key)).isEqualTo(1);
        assertThat(room.find(key)).isEmpty();
        assertThat(list.outcomes(alert)).isEmpty();
    }

    @Test
    @DisplayName("避難行動要支援者は避難所の部屋の名簿から並び、かけた電話は災害の記録にもなる")
    void callsBySheltersList() {
        Actor.Staff clerk = staff.add("防災 守", "general", Role.HANDLER);
        assertThat(list.replace("避難行動要支援者,例 四郎,0966-00-2009,計石", clerk).faults())
                .containsExactly("1行目: 避難行動要支援者は、「要支援者」の画面で名簿ごと取り込みます。");
        supported.take("氏名,かな,生年月日,町字,電話\n例 湯浦 五郎,れい ごろう,1940-01-02,湯浦,0966-00-2010\n", clerk);
        openings.begin("大雨", Set.of(Hazard.FLOOD), false, UUID.randomUUID(), clerk);
        Alert alert = alert(clerk, "大字湯浦");
        Contact goro = list.open(alert, clerk).getFirst();
        assertThat(goro.kind()).isEqualTo(Contact.Kind.SUPPORT);
        list.called(alert, goro.id(), true, clerk);
        assertThat(list.outcomes(alert)).containsEntry(goro.id(), "REACHED");
        var disaster = shelters.listDisasters().getFirst();
        assertThat(followUps.look(disaster, false, "test", clerk))
                .singleElement()
                .satisfies(each -> assertThat(each.state().label()).startsWith("電話で伝えた"));
        Actor.Staff window = staff.add("窓口 一", "general", Role.RECEPTION);
        assertThat(list.open(alert, window)).isEmpty();
    }

    private Alert alert(Actor.Staff clerk, String district) {
        Content order = Sample.order(OrderLevel.INSTRUCT, district);
        MayorOrder decided = new MayorOrder(
                MayorOrder.MAYOR, "", clock.instant(), Optional.empty(), "例", Optional.empty(), Optional.empty());
        Outcome done = writing.create(World.REAL, order.withOrder(decided), UUID.randomUUID(), clerk);
        return looking.find(((Outcome.Done) done).id()).orElseThrow();
    }
}
