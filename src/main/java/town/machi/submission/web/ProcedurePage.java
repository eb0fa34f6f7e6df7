package town.machi.submission.web;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.platform.Section;
import town.machi.procedure.Channel;
import town.machi.procedure.Definition;
import town.machi.procedure.Keep;
import town.machi.procedure.Words;
import town.machi.shell.Template;
import town.machi.shell.Texts;

/// What a procedure is, who, until when, what to have at hand, how long, what it costs; and one button.
///
/// @param hall the hall's own address and telephone, for those who come or call
/// @param online whether whoever looks may begin it here
record ProcedurePage(Definition definition, Optional<Section> section, Hall hall, boolean online) implements Template {

    record Hall(String address, String telephone, String hours) {}

    boolean takes(Channel channel) {
        return definition.channels().contains(channel);
    }

    String sectionName(Texts texts) {
        return section.map(found -> Receipts.name(found, texts)).orElse("");
    }

    /// The section's number, or the hall's; null: neither is set.
    @Nullable
    String telephone() {
        String own = section.map(Section::telephone).orElse("");
        String number = own.isEmpty() ? hall.telephone() : own;
        return number.isEmpty() ? null : number;
    }

    boolean isUntranslated(Texts texts) {
        return Stream.concat(
                        Stream.of(definition.title(), definition.summary(), definition.purpose()),
                        definition.bring().stream())
                .anyMatch(words -> words.missingIn(texts.language()));
    }

    /// @param later those that are asked later, as opposed to those of the first filing
    List<String> pages(Texts texts, boolean later) {
        return definition.pages().stream()
                .filter(page -> page.later() == later)
                .map(page -> page.title().in(texts.language()))
                .toList();
    }

    /// 保存年限.
    String keep(Texts texts) {
        return switch (definition.keep()) {
            case Keep.For(Period length)
            when length.getYears() > 0 -> texts.get("submission.procedure.keep-years", length.getYears());
            case Keep.For(Period length)
            when length.getMonths() > 0 -> texts.get("submission.procedure.keep-months", length.getMonths());
            case Keep.For(Period length) -> texts.get("submission.procedure.keep-days", length.getDays());
            case Keep.Forever _ -> texts.get("submission.procedure.keep-forever");
            case Keep.NotSet _ -> texts.get("submission.not-set");
        };
    }

    static String say(Words words, Texts texts) {
        return words.in(texts.language());
    }
}
