package town.machi.casework.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.casework.jdbc.PersonRows;
import town.machi.kernel.PersonalFile;
import town.machi.procedure.Channel;
import town.machi.procedure.Definition;
import town.machi.procedure.Procedures;
import town.machi.procedure.Question;

/// The 個人情報ファイル of the procedures: one for each that is published, as its definition says.
@Component
class ProcedureFiles {

    private final Procedures procedures;
    private final PersonRows rows;

    ProcedureFiles(Procedures procedures, PersonRows rows) {
        this.procedures = procedures;
        this.rows = rows;
    }

    List<PersonalFile> list() {
        return procedures.listPublished().stream()
                .map(published -> file(published.definition()))
                .toList();
    }

    private PersonalFile file(Definition definition) {
        String channels =
                definition.channels().stream().sorted().map(Channel::label).collect(Collectors.joining("・"));
        return new PersonalFile(
                "casework." + definition.name(),
                new PersonalFile.Duty(
                        "「" + definition.title().ja() + "」の届出ファイル",
                        Optional.of(definition.section()),
                        definition.purpose().ja(),
                        definition.keep().label()),
                new PersonalFile.Content(
                        items(definition),
                        "届け出た人、届出に書かれた人",
                        "本人または代理人からの届出（" + channels + "）",
                        PersonalFile.Sensitive.UNKNOWN,
                        ""),
                rows.count(definition.name()));
    }

    private static List<String> items(Definition definition) {
        List<String> items = new ArrayList<>(List.of("受付番号", "受け付けた日時"));
        for (Question question : definition.questions()) {
            String label = question.label().ja();
            if (!items.contains(label)) {
                items.add(label);
            }
        }
        items.add("処理の経過");
        return items;
    }
}
