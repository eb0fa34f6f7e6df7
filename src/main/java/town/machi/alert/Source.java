package town.machi.alert;

/// Who speaks. It is the first line of every text.
public enum Source {
    JMA,
    MAYOR,
    TOWN,
    STATE
}
