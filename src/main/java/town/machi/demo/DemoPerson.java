package town.machi.demo;

import java.util.List;

/// A made-up resident. The names hold what trips programs up: 髙, 﨑, 𠮷, a variation selector, and a very long one.
///
/// @param area 町字 as the town's folder has it
record DemoPerson(
        String family, String given, String familyKana, String givenKana, String postcode, String area, String street) {

    static final List<DemoPerson> ALL = List.of(
            new DemoPerson("髙橋", "例子", "タカハシ", "レイコ", "869-5461", "大字芦北", "2015番地の例1"),
            new DemoPerson("山﨑", "例太郎", "ヤマサキ", "レイタロウ", "869-5442", "大字花岡", "1705番地の例2"),
            new DemoPerson("𠮷田", "例美", "ヨシダ", "レミ", "869-5441", "大字佐敷", "33番地の例3"),
            new DemoPerson("葛\uDB40\uDD02城", "例一", "カツラギ", "レイイチ", "869-5563", "大字湯浦", "208番地の例4"),
            new DemoPerson("田浦", "例次", "タノウラ", "レイジ", "869-5302", "大字田浦", "653番地の例5"),
            new DemoPerson("長長長長長長長長長長長長長長長長長長長長", "とても長い名前の例として作った人", "ナガイ", "レイ", "869-5563", "大字湯浦", "1439番地の例6"),
            new DemoPerson("計石", "例江", "ハカリイシ", "レイエ", "869-5441", "大字佐敷", "34番地の例7"),
            new DemoPerson("白石", "例郎", "シライシ", "レイロウ", "869-5302", "大字田浦", "654番地の例8"),
            new DemoPerson("海浦", "例香", "ウミノウラ", "レイカ", "869-5302", "大字田浦", "655番地の例9"),
            new DemoPerson("女島", "例平", "メシマ", "レイヘイ", "869-5563", "大字湯浦", "1440番地の例10"),
            new DemoPerson("大野", "例代", "オオノ", "レイヨ", "869-5442", "大字花岡", "1706番地の例11"),
            new DemoPerson("吉尾", "例夫", "ヨシオ", "レイオ", "869-5442", "大字花岡", "1707番地の例12"));
}
