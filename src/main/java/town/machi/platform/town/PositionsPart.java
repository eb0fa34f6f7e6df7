package town.machi.platform.town;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import town.machi.platform.Position;

/// Reads `positions:` of `town.yaml`.
final class PositionsPart {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private PositionsPart() {}

    static List<Position> read(YamlNode root) {
        YamlNode all = root.node("positions");
        List<Position> positions = new ArrayList<>();
        for (String key : all.keys()) {
            YamlNode position = all.node(key);
            position.allow("name", "in", "absent");
            if (!SHAPE.matcher(key).matches()) {
                root.faults().add("職の短い名前は英小文字・数字・ハイフンです: " + key);
            }
            String in = position.text("in");
            if (!in.equals("section") && !in.equals("town")) {
                root.faults().add("positions." + key + ".in は section（課ごと）か town（町に一つ）です: " + in);
            }
            positions.add(new Position(key, position.required("name"), in.equals("section"), position.texts("absent")));
        }
        positions.forEach(position -> checkAbsent(position, positions, root));
        return List.copyOf(positions);
    }

    private static void checkAbsent(Position position, List<Position> all, YamlNode root) {
        for (String other : position.absent()) {
            boolean known =
                    all.stream().anyMatch(one -> one.id().equals(other) && (position.ofSection() || !one.ofSection()));
            if (!known || other.equals(position.id())) {
                root.faults().add("positions." + position.id() + ".absent の「" + other + "」は、代わって決裁できる職ではありません。");
            }
        }
    }
}
