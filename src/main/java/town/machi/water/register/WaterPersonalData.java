package town.machi.water.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;
import town.machi.kernel.SectionId;
import town.machi.kernel.Wareki;
import town.machi.platform.Files;
import town.machi.water.Callback;
import town.machi.water.SupplyPoint;
import town.machi.water.WorkOrderId;
import town.machi.water.jdbc.CallbackRows;
import town.machi.water.jdbc.WaterPersonRows;
import town.machi.water.jdbc.WorkPersonRows;

/// The register names who uses a point, and who owes for one; who asked to be called left a number; the work orders,
/// visits, photos and settlements tell what was done for them. Erasing takes the person out; the point stays, as one
/// that nobody is known to use, and so does what was done at its valve.
@Component
class WaterPersonalData implements PersonalData {

    private static final String POINT = "給水装置の使用者";

    private static final String CALLBACK = "折り返しの電話";

    private static final String WORK = "水道の作業と精算";

    private final WaterPersonRows persons;
    private final WorkPersonRows works;
    private final CallbackRows callbacks;
    private final Files files;

    WaterPersonalData(WaterPersonRows persons, WorkPersonRows works, CallbackRows callbacks, Files files) {
        this.persons = persons;
        this.works = works;
        this.callbacks = callbacks;
        this.files = files;
    }

    @Override
    public String room() {
        return "water";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        List<Trace> traces = new java.util.ArrayList<>();
        persons.listUsedBy(key).forEach(point -> traces.add(new Trace(point.id().subject(), POINT)));
        persons.listDebts(key).forEach(id -> traces.add(new Trace("water.arrears:" + id, "水道料金の未納")));
        callbacks.listOf(key).forEach(each -> traces.add(new Trace(each.subject(), CALLBACK)));
        orders(key).forEach(order -> traces.add(new Trace(order.subject(), WORK)));
        return traces;
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(
                new PersonalFile(
                        "water.supply-point",
                        duty("給水装置台帳（水道の使用者）", "水道の給水契約、検針、作業、料金の精算", "使用者でなくなるまで"),
                        new PersonalFile.Content(
                                List.of(
                                        "水栓番号",
                                        "お客様番号",
                                        "使用場所",
                                        "使用者の氏名・フリガナ・電話",
                                        "使用を始めた日",
                                        "検針の値",
                                        "作業と精算の記録",
                                        "未納の有無"),
                                "水道の使用者",
                                "本人からの届出、料金システムの台帳",
                                PersonalFile.Sensitive.NO,
                                "料金システムを扱う事業者（検針と精算の値）"),
                        persons.countHeld()),
                new PersonalFile(
                        "water.callback",
                        duty("折り返しの電話の申込みファイル", "届出の前に電話で相談したい人にかけること", "電話をしてから30日"),
                        new PersonalFile.Content(
                                List.of("氏名", "電話", "希望の日", "決めたこと"),
                                "折り返しの電話を申し込んだ人",
                                "本人の申込み",
                                PersonalFile.Sensitive.NO,
                                ""),
                        callbacks.countHeld()));
    }

    private static PersonalFile.Duty duty(String name, String purpose, String keep) {
        return new PersonalFile.Duty(name, Optional.of(new SectionId("water")), purpose, keep);
    }

    @Override
    public List<Extract> export(PersonKey key) {
        List<Extract> extracts = new java.util.ArrayList<>();
        persons.listUsedBy(key)
                .forEach(point -> extracts.add(new Extract(point.id().subject(), POINT, values(point))));
        persons.listDebts(key)
                .forEach(id ->
                        extracts.add(new Extract("water.arrears:" + id, "水道料金の未納", Map.of("未納", "料金システムに額があります"))));
        callbacks.listOf(key).forEach(each -> extracts.add(new Extract(each.subject(), CALLBACK, values(each))));
        orders(key).forEach(order -> extracts.add(new Extract(order.subject(), WORK, works.values(order))));
        return extracts;
    }

    private List<WorkOrderId> orders(PersonKey key) {
        return works.listOrders(key.submissions(), persons.listUsedBy(key));
    }

    @Override
    @Transactional
    public int erase(PersonKey key) {
        List<WorkOrderId> orders = orders(key);
        for (WorkOrderId order : orders) {
            works.listVisits(order).forEach(visit -> files.deleteOwned("water.visit:" + visit));
            works.forget(order);
        }
        works.forgetFilings(key.submissions());
        return orders.size() + persons.eraseUser(key) + persons.eraseDebts(key) + callbacks.erase(key);
    }

    private static Map<String, String> values(Callback callback) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("氏名", callback.who().name());
        values.put("電話", callback.who().phone());
        values.put("希望の日", Wareki.format(callback.wanted().on()));
        values.put("決めたこと", callback.called().map(Callback.Called::outcome).orElse(""));
        return values;
    }

    private static Map<String, String> values(SupplyPoint point) {
        Map<String, String> values = new LinkedHashMap<>();
        SupplyPoint.User user = point.supply().user().orElseThrow();
        values.put("場所", point.site().oneLine());
        values.put("水栓番号", point.numbers().point());
        values.put("使用者", user.name());
        values.put("フリガナ", user.kana());
        values.put("電話", user.phone());
        return values;
    }
}
