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
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Test
    @DisplayName("対象の地区の人だけが並び、伝えた人は済みになり、名簿から消した人はどこにも残らない")
    void callsByDistrict() {
        Actor.Staff clerk = staff.add("防災 守", "general", Role.HANDLER);
        CallList.Imported imported = list.replace("""
                名簿,名前,電話,大字,メモ
                避難行動要支援者,例 計石 三郎,0966-00-2002,計石,耳が聞こえにくい
                電話を登録した人,例 湯浦 ハナ,0966-00-2001,湯浦,
                """, clerk);
        assertThat(imported).isEqualTo(new CallList.Imported(2, List.of()));
        assertThat(list.replace("区長,名前,0966-00-0000,ない所", clerk).faults()).containsExactly("1行目: 大字「ない所」はありません。");
        assertThat(list.count()).isEqualTo(2);

        Alert alert = alert(clerk);
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

    private Alert alert(Actor.Staff clerk) {
        Content order = Sample.order(OrderLevel.INSTRUCT, "大字計石");
        MayorOrder decided = new MayorOrder(
                MayorOrder.MAYOR, "", clock.instant(), Optional.empty(), "例", Optional.empty(), Optional.empty());
        Outcome done = writing.create(World.REAL, order.withOrder(decided), UUID.randomUUID(), clerk);
        return looking.find(((Outcome.Done) done).id()).orElseThrow();
    }
}
