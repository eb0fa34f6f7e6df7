package town.machi.procedure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import town.machi.kernel.SectionId;

/// A procedure that was read, checked and found whole. A view of it is every window: web form, LINE talk,
/// interview at the counter, paper, case, statistics.
///
/// @param summary what it is, in two lines
/// @param basis 根拠: the law or by-law
/// @param purpose 利用目的 of the personal data, shown before the first question (個人情報保護法 62条)
/// @param keep 保存年限
/// @param processing business days that it usually takes; empty: 未設定
/// @param amount 補助の額, of a 補助金; empty: 未設定
/// @param ruling criteria, limit and 教示 of a decision
/// @param route who decides, before which acts
/// @param bring what to have at hand before one starts
/// @param words other words under which people look for it
public record Definition(
        ProcedureName name,
        Words title,
        Words summary,
        SectionId section,
        Nature nature,
        Words basis,
        Words purpose,
        Keep keep,
        Set<Channel> channels,
        OptionalInt processing,
        Fee fee,
        Agent agent,
        Optional<Words> amount,
        Ruling ruling,
        RoutePlan route,
        List<Words> bring,
        List<String> lifeEvents,
        List<String> words,
        List<FormPage> pages,
        List<Rule> rules,
        WorkflowPlan workflow) {

    /// 手数料.
    public sealed interface Fee {
        record None() implements Fee {}

        /// The town has not told it: 未設定.
        record NotSet() implements Fee {}

        /// @param article the article that sets it
        record Of(int yen, Words article) implements Fee {}
    }

    /// Whether somebody else may file, and what that person shows (委任状 …).
    public record Agent(boolean allowed, Optional<Words> with) {}

    /// Every question of the form, in order, without the children of repeated groups.
    public List<Question> questions() {
        return pages.stream().flatMap(page -> page.questions().stream()).toList();
    }
}
