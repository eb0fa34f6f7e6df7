package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("定義の決まりを破ると、場所と直し方が分かる")
class DefinitionRulesTests {

    static Stream<FaultCase> header() {
        return Stream.of(
                new FaultCase("知らない課", "section: water", "section: wator", "section: wator", "「water」のまちがい"),
                new FaultCase("知らない性質", "kind: 届出", "kind: 届け出", "kind: 届け出", "「届出」のまちがい"),
                new FaultCase("知らない方法", "[web, counter]", "[web, conter]", "[web, conter]", "「counter」のまちがい"),
                new FaultCase("読めない保存年限", "keep: 5 years", "keep: ずっと", "keep: ずっと", "保存年限として読めません"),
                new FaultCase("0 年の保存", "keep: 5 years", "keep: 0 years", "keep: 0", "保存年限として読めません"),
                new FaultCase("読めない日数", "within: 1 business day", "within: 1 week", "within: 1 week", "日数として読めません"),
                new FaultCase("手続の名前", "procedure: dog", "procedure: 犬", "procedure: 犬", "半角の英小文字"),
                new FaultCase("根拠がない", "basis: 狂犬病予防法 第4条\n", "", "procedure: dog", "「basis」（根拠"),
                new FaultCase(
                        "知らないライフイベント",
                        "keep: 5 years",
                        "keep: 5 years\nlifeEvents: [mooving]",
                        "lifeEvents",
                        "「moving」のまちがい"),
                new FaultCase("読めない手数料", "keep: 5 years", "keep: 5 years\nfee: 300円", "fee: 300円", "{yen: 300"),
                new FaultCase("全角の金額", "keep: 5 years", "keep: 5 years\nfee: {yen: ３００, article: 条例}", "fee:", "半角の数字"),
                new FaultCase("根拠のない手数料", "keep: 5 years", "keep: 5 years\nfee: {yen: 300}", "fee:", "article"),
                new FaultCase("断る終わりのない申請", "kind: 届出", "kind: 申請", "received:", "認めない終わり（refused）も要ります"),
                new FaultCase(
                        "届出の教示",
                        "keep: 5 years",
                        "keep: 5 years\nremedy: {review: {to: 町長, months: 3}, suit: {against: 町, by: 町長, months: 6}}",
                        "{review",
                        "届出は処分ではない"),
                new FaultCase(
                        "短すぎる教示",
                        "keep: 5 years",
                        "keep: 5 years\nremedy: {review: {to: 町長, months: 2}, suit: {against: 町, by: 町長, months: 6}}",
                        "{review",
                        "法律より短く"),
                new FaultCase(
                        "読めない決定の期限",
                        "keep: 5 years",
                        "keep: 5 years\ndecide: {within: 二週間}",
                        "decide: {within",
                        "土日も数え"),
                new FaultCase("読めない代理人", "keep: 5 years", "keep: 5 years\nagent: 家族", "agent: 家族", "本人だけ"));
    }

    static Stream<FaultCase> form() {
        return Stream.of(
                new FaultCase("知らない型", "type: date", "type: dat", "type: dat", "「date」のまちがい"),
                new FaultCase(
                        "知らない設定",
                        "{type: number, label: 頭数}",
                        "{type: number, label: 頭数, unitt: 頭}",
                        "unitt",
                        "「unit」のまちがい"),
                new FaultCase("型がない", "{type: text, label: 犬の名前}", "{label: 犬の名前}", "{label: 犬の名前}", "「type」"),
                new FaultCase("言葉がない", "{type: text, label: 犬の名前}", "{type: text}", "{type: text}", "「label」"),
                new FaultCase("選択肢がない", ", of: {small: 小さい, large: 大きい}", "", "- build", "選択肢"),
                new FaultCase(
                        "選択肢のある言葉",
                        "{type: text, label: 犬の名前}",
                        "{type: text, label: 犬の名前, of: {a: あ}}",
                        "of: {a",
                        "選択肢（of）は書けません"),
                new FaultCase("日本語の選択肢の名前", "{small: 小さい, large: 大きい}", "{小: 小さい, large: 大きい}", "{小:", "選択肢の名前「小」"),
                new FaultCase("日本語の質問の名前", "- name:", "- 名前:", "- 名前:", "半角の英小文字で始め"),
                new FaultCase("条件の言葉の名前", "- name:", "- in:", "- in:", "条件の言葉と同じ"),
                new FaultCase("町が持つ値の名前", "- name:", "- section:", "- section:", "町が持つ値の名前と同じ"),
                new FaultCase("同じ名前の質問", "- count:", "- name:", "- name: {type: number", "二つあります"),
                new FaultCase("同じ名前のページ", "- page: owner", "- page: dog", "- page: dog\n    title: 飼い主", "二つあります"),
                new FaultCase("使えないページの名前", "- page: owner", "- page: check", "- page: check", "様式の前後のページ"),
                new FaultCase("知らない語彙", "{type: person, label: 飼い主}", "{use: persn}", "use: persn", "語彙に「persn」はありません"),
                new FaultCase(
                        "質問のないページ",
                        "    ask:\n      - owner: {type: person, label: 飼い主}\n      - count: {type: number, label: 頭数}\n",
                        "",
                        "- page: owner",
                        "「ask」"),
                new FaultCase("個人番号を聞く", "label: 犬の名前", "label: 飼い主のマイナンバー", "- name:", "個人番号（マイナンバー）"),
                new FaultCase(
                        "要らないグループ", "{type: number, label: 頭数}", "{type: group, label: 頭数}", "- count:", "くり返す質問"),
                new FaultCase(
                        "後の質問を見る when",
                        "{type: text, label: 犬の名前}",
                        "{type: text, label: 犬の名前, when: count > 1}",
                        "- name:",
                        "後のページの質問「count」"),
                new FaultCase(
                        "同じページの質問を見る when",
                        "{type: date, label: 生まれた日}",
                        "{type: date, label: 生まれた日, when: build == 'small'}",
                        "- born:",
                        "同じページの質問「build」"),
                new FaultCase(
                        "自分の質問を見るページ",
                        "- page: owner\n",
                        "- page: owner\n    when: count > 1\n",
                        "- page: owner",
                        "同じページの質問「count」"),
                new FaultCase("文の中の知らない値", "（{today}）", "（{tooday}）", "（{tooday}）", "「today」のまちがい"),
                new FaultCase("文の中の全角の括弧", "（{today}）", "（｛today｝）", "（｛today｝）", "全角の括弧"),
                new FaultCase(
                        "質問を見ない決まり", "check: born <= today", "check: today <= today", "check:", "どの質問の答えも見ていません"));
    }

    static Stream<FaultCase> workflow() {
        return Stream.of(
                new FaultCase("ない状態への処理", "accept: plate", "accept: plat", "accept: plat,", "「plate」のまちがい"),
                new FaultCase(
                        "届かない状態",
                        "plate: {label: 鑑札の用意",
                        "extra: {label: 余り, acts: {complete: done}}\n  plate: {label: 鑑札の用意",
                        "extra:",
                        "へ行く処理がありません"),
                new FaultCase(
                        "終わらない状態",
                        "acts: {complete: done}",
                        "acts: {complete: received}",
                        "  plate:",
                        "終わり（done など）に着きません"),
                new FaultCase("処理のない状態", ", acts: {complete: done}", "", "  plate:", "処理（acts）がなく"),
                new FaultCase(
                        "届出を断る",
                        "acts: {complete: done}",
                        "acts: {complete: done, refuse: refused}",
                        "  plate:",
                        "町が断れない"),
                new FaultCase(
                        "届出の断る状態",
                        "acts: {complete: done}}",
                        "acts: {complete: done, no: {to: bad, label: だめ}}}\n  bad: {label: だめ, end: refused}",
                        "  bad:",
                        "町が断れない"),
                new FaultCase("知らない処理", "complete: done", "compleet: done", "compleet", "「complete」のまちがい"),
                new FaultCase("知らない役割", "complete: done", "complete: {to: done, by: [課長]}", "課長", "役割「課長」はありません"),
                new FaultCase(
                        "修正待ちへ行く別の処理",
                        "complete: done",
                        "complete: correcting",
                        "complete: correcting",
                        "名前は sendBack に"),
                new FaultCase(
                        "sendBack の行き先",
                        "sendBack: correcting",
                        "sendBack: plate",
                        "sendBack: plate",
                        "行き先は correcting に"),
                new FaultCase(
                        "役場がする取下げ",
                        "complete: done",
                        "complete: done, drop: {to: withdrawn, label: 取り下げる}",
                        "drop:",
                        "住民がすること"),
                new FaultCase(
                        "終わりの状態の処理",
                        "acts: {complete: done}}",
                        "acts: {complete: done}}\n  done: {acts: {complete: plate}}",
                        "  done:",
                        "終わりの状態なので"),
                new FaultCase(
                        "読めない end",
                        "acts: {complete: done}}",
                        "acts: {complete: ok}}\n  ok: {label: よい, end: good}",
                        "end: good",
                        "done（認めた"),
                new FaultCase(
                        "日本語の状態の名前",
                        "acts: {complete: done}}",
                        "acts: {complete: 済み}}\n  済み: {label: 済み, end: done}",
                        "  済み:",
                        "半角の英小文字で始め"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"header", "form", "workflow"})
    void rule(FaultCase slip) {
        slip.check();
    }

    @Test
    @DisplayName("フォルダーと手続の名前は同じでなければならない")
    void folder() {
        assertThat(new DefinitionReader(Sources.SURROUNDINGS)
                        .read(Sources.of(Sources.SMALL), "cat")
                        .faults())
                .singleElement()
                .matches(fault -> fault.sentence().contains("フォルダーの名前「cat」"));
    }

    @Test
    @DisplayName("一つの手続で同じ語彙を二度使えない")
    void onceOnly() {
        String yaml = Sources.small("{type: person, label: 飼い主}", "{use: me}")
                .replace("{type: number, label: 頭数}", "{use: me, label: もう一人}");
        assertThat(Sources.read(Sources.of(
                                yaml, ProcedureSource.VOCABULARY, "me: {type: person, label: 本人, fills: true}"))
                        .faults())
                .singleElement()
                .matches(fault -> fault.sentence().contains("同じ語彙「me」"));
    }

    @Test
    @DisplayName("認めないことのある申請に教示がなければ、書き方を教えて断る")
    void refusableWithoutInstruction() {
        String refusable = Sources.SMALL
                .replace("kind: 届出", "kind: 申請")
                .replace("acts: {complete: done}", "acts: {complete: done, refuse: refused}");
        assertThat(Sources.faults(refusable)).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.sentence()).contains("教示（remedy）が要ります");
        });
        String told = refusable.replace(
                "keep: 5 years",
                "keep: 5 years\nremedy: {review: {to: 町長, months: 3}, suit: {against: 町, by: 町長, months: 6}}");
        assertThat(Sources.faults(told)).isEmpty();
        assertThat(Sources.definition(told).ruling().instruction().orElseThrow())
                .contains("3か月以内に、町長に対して審査請求", "6か月以内に、町を被告として");
    }

    @Test
    @DisplayName("相談は、答える言葉なしに終える処理を書けない")
    void consultationIsAnswered() {
        String silent = Sources.SMALL.replace("kind: 届出", "kind: 相談");
        assertThat(Sources.faults(silent))
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("相談は、答えずに終えられません"));
        assertThat(Sources.faults(silent.replace("{complete: done}", "{answer: done}")))
                .isEmpty();
    }
}
