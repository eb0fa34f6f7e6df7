package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("YAML でつまずくところには、それぞれの文がある")
class YamlSlipsTests {

    static Stream<FaultCase> slips() {
        return Stream.of(
                new FaultCase("タブ", "    title: 犬のこと", "\ttitle: 犬のこと", "\ttitle", "タブ"),
                new FaultCase("全角の空白の字下げ", "    title: 犬のこと", "\u3000title: 犬のこと", "\u3000title", "全角の空白"),
                new FaultCase("全角のコロン", "title: 犬の登録の届出", "title：犬の登録の届出", "title：", "全角のコロン"),
                new FaultCase(
                        "波括弧の中の全角のコロン", "{type: text, label: 犬の名前}", "{type： text, label： 犬の名前}", "{type：", "全角のコロン"),
                new FaultCase("コロンの後の全角の空白", "title: 犬の登録の届出", "title:\u3000犬の登録の届出", "title:\u3000", "全角の空白"),
                new FaultCase("コロンの後に空白がない", "title: 犬の登録の届出", "title:犬の登録の届出", "title:犬", "半角の空白がありません"),
                new FaultCase("check: !x", "check: born <= today", "check: !x", "check: !x", "「!」で始まる値"),
                new FaultCase(
                        "say: が { で始まる", "say: 生まれた日は、今日（{today}）まで", "say: {today} まで", "say: {today}", "「{」で始まる文"),
                new FaultCase(
                        "say: が {today} だけ",
                        "say: 生まれた日は、今日（{today}）までの日を書いてください。",
                        "say: {today}",
                        "say: {today}",
                        "\"…\" で囲んで"),
                new FaultCase("* で始まる文", "basis: 狂犬病予防法 第4条", "basis: *狂犬病予防法", "basis: *", "特別な書き方"),
                new FaultCase("& で始まる文", "basis: 狂犬病予防法 第4条", "basis: &法 第4条", "basis: &", "特別な書き方"),
                new FaultCase("@ で始まる文", "basis: 狂犬病予防法 第4条", "basis: @法 第4条", "basis: @", "特別な書き方"),
                new FaultCase("閉じない引用符", "title: 犬の登録の届出", "title: \"犬の登録の届出", "title: \"犬", "引用符"),
                new FaultCase(
                        "閉じない波括弧",
                        "{type: text, label: 犬の名前}",
                        "{type: text, label: 犬の名前",
                        "- name: {type",
                        "「{」が閉じていない"),
                new FaultCase("そろわない字下げ", "    title: 犬のこと", "   title: 犬のこと", "   title: 犬のこと", "字下げ"),
                new FaultCase("文の中のコロン", "basis: 狂犬病予防法 第4条", "basis: 法律: 狂犬病予防法", "basis: 法律", "「: 」の置き場所"),
                new FaultCase("二度書かれた項目", "keep: 5 years", "keep: 5 years\nkeep: 3 years", "keep: 3", "二度書かれています"),
                new FaultCase("知らない項目", "keep: 5 years", "keep: 5 years\npurpos: 犬", "purpos: 犬", "「purpose」のまちがい"),
                new FaultCase("空の値", "basis: 狂犬病予防法 第4条", "basis:", "basis:", "「basis」が空です"),
                new FaultCase("名前だけの質問", "- name: {type: text, label: 犬の名前}", "- 犬の名前", "- 犬の名前", "の形で書いてください"),
                new FaultCase(
                        "中身の足りない字下げ",
                        "- name: {type: text, label: 犬の名前}",
                        "- name:\n        type: text\n        label: 犬の名前",
                        "type: text\n        label: 犬の名前",
                        "字下げが足りません"),
                new FaultCase("目に見えない文字", "title: 犬の登録の届出", "title: 犬\u0008の登録", "title: 犬\u0008", "目に見えない文字"),
                new FaultCase("文の中の半角のコンマ", "label: 犬の名前}", "label: 犬の名前, 呼び名}", "label: 犬の名前, 呼", "「,」で文が切れています"),
                new FaultCase("二つめの文書", "rules:", "---\nrules:", "rules:", "もう一つの文書"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void slip(FaultCase slip) {
        slip.check();
    }

    @Test
    @DisplayName("読めないところが三つあれば、三つとも一度に言う")
    void allAtOnce() {
        String yaml = Sources.small("title: 犬の登録の届出", "title：犬の登録の届出")
                .replace("    title: 飼い主", "\ttitle: 飼い主")
                .replace("check: born <= today", "check: !born")
                .replace("plate: {label: 鑑札の用意", "plate: {lable: 鑑札の用意");
        assertThat(Sources.faults(yaml))
                .extracting(Fault::sentence)
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).contains("全角のコロン"),
                        one -> assertThat(one).contains("タブ"),
                        one -> assertThat(one).contains("「!」で始まる値"),
                        one -> assertThat(one).contains("「label」のまちがい"));
    }

    @Test
    @DisplayName("no も 0120 も 1:30 も、書いたとおりの言葉")
    void scalarsAreText() {
        Definition read =
                Sources.definition(Sources.small("{small: 小さい, large: 大きい}", "{no: いいえ, \"0120\": 1:30, 1e3: off}"));
        assertThat(read.questions().get(2).choices())
                .extracting(choice -> choice.code() + "=" + choice.label().ja())
                .containsExactly("no=いいえ", "0120=1:30", "1e3=off");
    }

    @Test
    @DisplayName("YAML 爆弾は、広がる前に断る")
    void bomb() {
        String bomb = """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                e: [*d, *d, *d, *d, *d, *d, *d, *d, *d]
                """;
        assertThat(Sources.faults(bomb)).anyMatch(fault -> fault.sentence().contains("特別な書き方"));
    }

    @Test
    @DisplayName("深すぎる入れ子も、200 KB を超えるファイルも、文で断る")
    void tooDeepTooLarge() {
        assertThat(Sources.faults("a: " + "[".repeat(5_000) + "]".repeat(5_000)))
                .anyMatch(fault -> fault.sentence().contains("入れ子が深すぎます"));
        assertThat(Sources.faults("title: " + "あ".repeat(70_000)))
                .singleElement()
                .matches(fault -> fault.sentence().contains("200 KB"));
    }

    @Test
    @DisplayName("空のファイルにも、文がある")
    void empty() {
        assertThat(Sources.faults("")).anyMatch(fault -> fault.sentence().contains("何も書かれていません"));
        assertThat(Sources.faults("# 何もない\n")).isNotEmpty();
        assertThat(Sources.faults("- 並び")).isNotEmpty();
    }

    @Test
    @DisplayName("Windows の改行も、先頭の BOM も気にしない")
    void windows() {
        assertThat(Sources.faults("\uFEFF" + Sources.SMALL.replace("\n", "\r\n")))
                .isEmpty();
    }
}
