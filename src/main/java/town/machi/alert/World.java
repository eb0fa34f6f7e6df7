package town.machi.alert;

/// The real thing, or which kind of exercise. What is made in one world never passes into another.
public enum World {
    /// 実際の発信
    REAL("実際", ""),
    /// 住民参加訓練: goes out for real, 訓練 first in every text.
    PUBLIC_DRILL("住民参加訓練", "k"),
    /// 内部訓練: no path leads from it to residents.
    INTERNAL_DRILL("内部訓練", "n");

    private final String label;
    private final String mark;

    World(String label, String mark) {
        this.label = label;
        this.mark = mark;
    }

    public String label() {
        return label;
    }

    /// What stands before a number of this world: `k2026-3`.
    public String mark() {
        return mark;
    }

    public boolean isDrill() {
        return this != REAL;
    }

    /// Whether anything of this world may ever reach a resident.
    public boolean reachesResidents() {
        return this != INTERNAL_DRILL;
    }
}
