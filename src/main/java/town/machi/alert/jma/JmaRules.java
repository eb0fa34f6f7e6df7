package town.machi.alert.jma;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import town.machi.alert.words.Fault;
import town.machi.alert.words.RuleFile;
import town.machi.platform.Town;

/// Of which telegrams a draft is made, and which may go out by themselves, from `alerts/rules.yaml`. Where the file
/// says nothing, nothing goes out by itself.
@Component
public class JmaRules {

    private static final int USUAL_LEVEL = 3;
    private static final String USUAL_INTENSITY = "4";

    private final Areas areas;
    private final int level;
    private final int intensity;
    private final Set<String> alone;
    private final boolean national;
    private final List<Fault> faults;
    private final List<String> toConfirm;

    @Autowired
    JmaRules(Town town) {
        this(town.folder().resolve("alerts/rules.yaml"));
    }

    public JmaRules(Path path) {
        RuleFile file = RuleFile.read(path);
        this.areas = new Areas(
                file.list("areas", "warning"),
                Set.copyOf(file.list("areas", "quake")),
                Set.copyOf(file.list("areas", "tsunami")),
                Set.copyOf(file.list("areas", "rivers")));
        String from = file.text("draft from level");
        this.level = from.matches("[2-5]") ? Integer.parseInt(from) : USUAL_LEVEL;
        String quake = file.text("draft from intensity");
        this.intensity =
                WarningCodes.intensityWeight(WarningCodes.intensityWeight(quake) > 0 ? quake : USUAL_INTENSITY);
        this.alone = new TreeSet<>(file.list("send by themselves", ""));
        this.national = alone.contains("J-ALERT");
        this.faults = new ArrayList<>(file.faults());
        this.toConfirm = file.list("to confirm", "");
    }

    public Areas areas() {
        return areas;
    }

    /// Whether this is worth a draft.
    public boolean isWorthIt(Telegram.Signal signal) {
        if (!signal.isOn()) {
            return false;
        }
        if (signal.hazard().startsWith("QUAKE")) {
            return signal.weight() >= intensity;
        }
        return signal.level() == 0 ? signal.weight() >= 20 : signal.level() >= level;
    }

    /// Whether the town has said beforehand that this goes out without a 決裁: `RAIN.5`, `TSUNAMI_MAJOR`.
    public boolean goesByItself(Telegram.Signal signal) {
        String name = signal.level() == 0 ? signal.word() : signal.word() + "." + signal.level();
        return alone.contains(name);
    }

    /// Whether what the J-ALERT receiver started goes out without a 決裁.
    public boolean nationalGoesByItself() {
        return national;
    }

    /// What the town has not confirmed yet, in its own words.
    public List<String> toConfirm() {
        return toConfirm;
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }
}
