package town.machi.shelter.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Kana;
import town.machi.kernel.StaffId;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.platform.Ids;
import town.machi.shell.component.Chip;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.missing.FollowUp;
import town.machi.shelter.missing.Whereabouts;
import town.machi.shelter.missing.Whereabouts.State;

/// Draws who is missing: by district, and there whoever somebody has to do something about first.
@Component
class MissingView {

    private final StaffDirectory staff;
    private final Districts districts;
    private final Ids ids;
    private final Clock clock;

    MissingView(StaffDirectory staff, Districts districts, Ids ids, Clock clock) {
        this.staff = staff;
        this.districts = districts;
        this.ids = ids;
        this.clock = clock;
    }

    /// Those whose 個別避難計画 leads to this shelter, by its name as the plan has it; all of them where none is named.
    List<Whereabouts> goingTo(String shelter, List<Whereabouts> all) {
        if (shelter.isEmpty()) {
            return all;
        }
        String name = Kana.searchKey(shelter);
        return all.stream()
                .filter(each -> {
                    var plan = each.person().plan();
                    return plan != null && Kana.searchKey(plan.shelter()).contains(name);
                })
                .toList();
    }

    /// Where it is settled, in which order: districts as the list has them.
    List<Whereabouts> chosen(List<Whereabouts> all, MissingPage.Filter filter) {
        return all.stream()
                .filter(each -> filter.district().isEmpty()
                        || each.person().where().district().equals(filter.district()))
                .filter(each -> filter.all() || !each.state().isFound())
                .sorted(Comparator.comparing(
                                (Whereabouts each) -> each.state() != State.HELP && each.state() != State.LOST)
                        .thenComparing(each -> each.person().where().district())
                        .thenComparing(Whereabouts::state)
                        .thenComparing(each -> each.person().kanaKey()))
                .toList();
    }

    List<MissingPage.DistrictLine> lines(List<Whereabouts> all) {
        Map<String, List<Whereabouts>> byDistrict = all.stream()
                .collect(Collectors.groupingBy(
                        each -> each.person().where().district(), LinkedHashMap::new, Collectors.toList()));
        return byDistrict.entrySet().stream()
                .map(each -> line(each.getKey(), name(each.getKey()), each.getValue()))
                .toList();
    }

    MissingPage.DistrictLine line(String id, String name, Collection<Whereabouts> people) {
        return new MissingPage.DistrictLine(
                id,
                name,
                people.size(),
                (int) people.stream().filter(each -> !each.state().isFound()).count(),
                count(people, State.HELP, State.LOST),
                count(people, State.TOLD, State.NO_ANSWER),
                count(people, State.PROPOSED, State.PROPOSED));
    }

    private static int count(Collection<Whereabouts> people, State one, State other) {
        return (int) people.stream()
                .filter(each -> each.state() == one || each.state() == other)
                .count();
    }

    /// @param places opening → name of its shelter
    MissingPage.Row row(Whereabouts each, Map<UUID, String> places) {
        var person = each.person();
        List<MissingPage.Known> known = new ArrayList<>();
        if (each.standing() != null) {
            known.add(known(each.standing(), places));
        }
        if (each.said() != null) {
            known.add(known(each.said()));
        }
        return new MissingPage.Row(
                person.id(),
                person,
                SupportWords.who(person, LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO)),
                SupportWords.where(person, name(person.where().district())),
                chip(each.state()),
                each.state().isFound(),
                known,
                each.standing() == null ? null : each.standing().person(),
                each.proposals().stream()
                        .map(proposal ->
                                new MissingPage.Proposal(proposal.standing().person(), words(proposal, places)))
                        .toList(),
                ids.next());
    }

    /// Where somebody is who must not be found is not said here either.
    private static MissingPage.Known known(Standing standing, Map<UUID, String> places) {
        String where = standing.isSecret()
                ? "避難所で無事を確認しました（場所は出しません）"
                : places.getOrDefault(standing.opening(), "避難所") + "："
                        + RosterPage.chip(standing).word();
        return new MissingPage.Known(where, standing.times().since(), "");
    }

    private MissingPage.Known known(FollowUp said) {
        StringBuilder words = new StringBuilder(said.kind().label());
        if (said.place() != null) {
            words.append("：").append(said.place().label());
        }
        if (!said.toldBy().isEmpty()) {
            words.append("（").append(said.toldBy()).append("から）");
        }
        if (!said.words().isEmpty()) {
            words.append("　").append(said.words());
        }
        return new MissingPage.Known(
                words.toString(), said.at(), staff.nameOf(new StaffId(UUID.fromString(said.by()))));
    }

    private static String words(Whereabouts.Proposal proposal, Map<UUID, String> places) {
        Standing there = proposal.standing();
        String birth = proposal.sameBirth() ? "読みと生年月日が同じ人" : "読みが同じ人（生年月日は確かめてください）";
        if (there.isSecret()) {
            return "名前を出さない人の中に、" + birth + "がいます。";
        }
        Map<String, String> details = there.known().details();
        String name = details.getOrDefault("name", details.getOrDefault("kana", ""));
        String address =
                details.getOrDefault("address", there.known().householdDetails().getOrDefault("address", ""));
        String who = Stream.of(name, address).filter(each -> !each.isEmpty()).collect(Collectors.joining("　"));
        return places.getOrDefault(there.opening(), "避難所") + "に、" + birth + "がいます：" + who;
    }

    private static Chip chip(State state) {
        Chip.Tone tone = switch (state) {
            case HELP, LOST -> Chip.Tone.ALERT;
            case NOT_YET -> Chip.Tone.NEW;
            case NO_ANSWER, TOLD -> Chip.Tone.WAITING;
            case PROPOSED -> Chip.Tone.ACTIVE;
            case SHELTER, SAFE -> Chip.Tone.DONE;
        };
        return new Chip(tone, state.label());
    }

    String name(@Nullable String district) {
        return district == null
                ? ""
                : districts.find(district).map(District::name).orElse(district);
    }
}
