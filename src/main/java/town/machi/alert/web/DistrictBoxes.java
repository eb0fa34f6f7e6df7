package town.machi.alert.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import town.machi.alert.words.AlertTemplates;
import town.machi.alert.words.PlaceWords;
import town.machi.kernel.Place;
import town.machi.messaging.Districts;

/// The districts to tick, by 地区, and what was ticked.
@Component
class DistrictBoxes {

    private final PlaceWords places;
    private final Districts districts;

    DistrictBoxes(AlertTemplates templates, Districts districts) {
        this.places = templates.places();
        this.districts = districts;
    }

    /// @param whole whether every district of the group is ticked
    record Group(String name, boolean whole, List<Box> boxes) {}

    record Box(String id, String name, String kana, boolean ticked, Place place) {}

    /// @param offered only these; the others are left out
    List<Group> of(Set<String> ticked, Set<String> offered) {
        List<Group> groups = new ArrayList<>();
        Set<String> left = new TreeSet<>(offered);
        for (PlaceWords.Group group : places.groups()) {
            List<Box> boxes = boxes(group.members(), ticked, offered);
            if (!boxes.isEmpty()) {
                groups.add(new Group(group.name() + "地区", boxes.stream().allMatch(Box::ticked), boxes));
            }
            left.removeAll(group.members());
        }
        List<Box> others = boxes(List.copyOf(left), ticked, offered);
        if (!others.isEmpty()) {
            groups.add(new Group("そのほか", others.stream().allMatch(Box::ticked), others));
        }
        return groups;
    }

    List<Group> of(Set<String> ticked) {
        return of(ticked, places.all());
    }

    private List<Box> boxes(List<String> ids, Set<String> ticked, Set<String> offered) {
        List<Box> boxes = new ArrayList<>();
        for (String id : ids) {
            if (offered.contains(id)) {
                districts
                        .find(id)
                        .ifPresent(district -> boxes.add(
                                new Box(id, district.name(), district.kana(), ticked.contains(id), district.place())));
            }
        }
        return boxes;
    }

    /// What a form ticked: single districts, whole groups, the whole town.
    Set<String> ticked(MultiValueMap<String, String> form, Set<String> offered) {
        if (form.containsKey("whole")) {
            return offered;
        }
        Set<String> ticked = new TreeSet<>(list(form, "district"));
        for (PlaceWords.Group group : places.groups()) {
            if (list(form, "group").contains(group.name() + "地区")) {
                ticked.addAll(group.members());
            }
        }
        ticked.retainAll(offered);
        return ticked;
    }

    Set<String> all() {
        return places.all();
    }

    private static List<String> list(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.get(name), List.of());
    }
}
