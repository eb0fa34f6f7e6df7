package town.machi.shelter.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.BusinessCalendar;
import town.machi.shelter.HouseholdFacts;
import town.machi.shelter.Need;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.Presence.Standing;

/// What the 被災者台帳 takes of each person (災害対策基本法 第90条の3). What is unknown stays empty.
record LedgerSheet(Map<UUID, String> places) {

    static final List<String> HEADER = List.of(
            "世帯",
            "氏名",
            "フリガナ",
            "生年月日",
            "年齢",
            "性別",
            "続柄",
            "住所",
            "行政区",
            "電話",
            "住居の種類",
            "住家の被害",
            "住める・住めない",
            "ライフライン",
            "要配慮",
            "けが・体調",
            "避難所",
            "入所",
            "状態",
            "行き先",
            "安否照会への回答",
            "公表",
            "居所を知られてはいけない");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    List<String> row(Standing standing) {
        Map<String, String> person = standing.known().details();
        Map<String, String> home = standing.known().householdDetails();
        PersonFacts facts = standing.known().facts();
        HouseholdFacts household = standing.known().household();
        return List.of(
                household == null ? "" : household.id().toString(),
                person.getOrDefault("name", ""),
                person.getOrDefault("kana", ""),
                person.getOrDefault("birth", ""),
                facts.age() == null ? "" : facts.age().toString(),
                facts.sex() == null ? "" : facts.sex().label(),
                person.getOrDefault("relation", ""),
                home.getOrDefault("address", ""),
                home.getOrDefault("district", ""),
                person.getOrDefault("phone", home.getOrDefault("phone", "")),
                home.getOrDefault("dwelling", ""),
                home.getOrDefault("house", ""),
                home.getOrDefault("livable", ""),
                home.getOrDefault("lifelines", ""),
                needs(facts.needs()),
                person.getOrDefault("condition", ""),
                places.getOrDefault(standing.opening(), ""),
                minute(standing.times().arrivedAt()),
                RosterPage.chip(standing).word(),
                standing.to() == null ? "" : standing.to().label(),
                answer(household == null ? null : household.inquiry()),
                answer(household == null ? null : household.publish()),
                standing.isSecret() ? "はい（支援措置・取扱注意）" : "");
    }

    private static String needs(@Nullable Set<Need> needs) {
        return needs == null ? "" : needs.stream().sorted().map(Need::label).collect(Collectors.joining("・"));
    }

    private static String answer(@Nullable Boolean said) {
        return said == null ? "" : said ? "よい" : "いけない";
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(BusinessCalendar.TOKYO));
    }
}
