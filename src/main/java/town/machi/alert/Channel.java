package town.machi.alert;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// A way by which a message reaches people, or a duty that comes with it. What Machi cannot press itself stands on the
/// same board, with its text ready to copy.
public enum Channel {
    LINE("公式LINE", true),
    MAIL("登録メール", true),
    WEB("町のホームページ（お知らせの帯）", true),
    FEED("外部への配信（Atom・CAP）", true),
    PA_RADIO("防災行政無線", false),
    AREA_MAIL("緊急速報メール", false),
    L_ALERT("県防災情報システム（→Lアラート）", false),
    WARD_CALLS("区長への電話", false),
    FIRE_CALLS("消防団への電話", false),
    /// A step of its own: 災害対策基本法 60条4項.
    REPORT("県知事への報告（災対法60条4項）", false);

    private final String label;
    private final boolean ours;

    Channel(String label, boolean ours) {
        this.label = label;
        this.ours = ours;
    }

    public String label() {
        return label;
    }

    /// Whether Machi presses it itself.
    public boolean isOurs() {
        return ours;
    }

    /// What a message of this kind and world has on its board. In an 内部訓練 nothing leads outside: every channel is
    /// one that people play through by hand.
    public static Set<Channel> of(World world, Content content) {
        EnumSet<Channel> all = EnumSet.allOf(Channel.class);
        boolean reports = content.kind() == AlertKind.EVACUATION && content.level() >= OrderLevel.INSTRUCT.level();
        if (!reports) {
            all.remove(REPORT);
        }
        if (content.kind() != AlertKind.EVACUATION) {
            all.remove(AREA_MAIL);
        }
        if (!world.reachesResidents()) {
            all.removeIf(Channel::isOurs);
        }
        return all;
    }

    public static java.util.Optional<Channel> ofName(String name) {
        return Arrays.stream(values())
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }
}
