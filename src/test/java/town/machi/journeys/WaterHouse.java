package town.machi.journeys;

/// A home of the demo's register (例): the flats 計石ハイツ（例）, of which no other story of the demo speaks.
///
/// @param given empty: nobody lives there yet
/// @param lastReading in m³
record WaterHouse(String room, Name name, String customer, int lastReading) {

    record Name(String family, String given, String familyKana, String givenKana) {}

    static final Name HANAKO = new Name("例野", "花子", "レイノ", "ハナコ");
    static final WaterHouse STOPPED = new WaterHouse("101", HANAKO, "203303", 245);
    static final WaterHouse PAUSED = new WaterHouse("104", new Name("例口", "花子", "レイグチ", "ハナコ"), "203312", 284);
    static final WaterHouse LEFT = new WaterHouse("106", new Name("例田", "次郎", "レイダ", "ジロウ"), "203318", 310);
    /// Empty until the family of [#LEFT] moves in.
    static final WaterHouse MOVED_INTO = new WaterHouse("105", LEFT.name, "203315", 297);

    String building() {
        return "計石ハイツ（例） " + room;
    }
}
