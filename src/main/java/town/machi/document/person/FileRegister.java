package town.machi.document.person;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;
import town.machi.kernel.SectionId;
import town.machi.platform.Section;
import town.machi.platform.Town;

/// 個人情報ファイル簿: every file of every room, as the law wants it told. It knows nobody.
///
/// Source: 個人情報の保護に関する法律 第75条第1項, 第74条第1項 (what stands in it), 第60条第2項第1号 (kind).
@Component
public class FileRegister {

    /// The columns of the list, in the order of 第74条第1項.
    public static final List<String> HEADER = List.of(
            "個人情報ファイルの名称",
            "行政機関等の名称",
            "利用に供される事務をつかさどる組織の名称",
            "利用目的",
            "記録項目",
            "記録範囲",
            "収集方法",
            "要配慮個人情報",
            "経常的な提供先",
            "開示請求等を受理する組織の名称と所在地",
            "訂正・利用停止の他の法令による手続",
            "個人情報ファイルの種別",
            "保存期間",
            "本人の数");

    private static final String UNSET = "未設定";

    private final List<PersonalData> rooms;
    private final PersonAccess access;
    private final Town town;

    FileRegister(List<PersonalData> rooms, PersonAccess access, Town town) {
        this.rooms = rooms;
        this.access = access;
        this.town = town;
    }

    public List<PersonalFile> list() {
        return rooms.stream().flatMap(room -> room.files().stream()).toList();
    }

    /// One for each of [#HEADER].
    public List<String> row(PersonalFile file) {
        PersonalFile.Duty duty = file.duty();
        PersonalFile.Content content = file.content();
        return List.of(
                duty.name(),
                town.name(),
                duty.section().map(this::name).orElse(UNSET),
                duty.purpose(),
                String.join("、", content.items()),
                content.scope(),
                content.source(),
                content.sensitive().label(),
                content.recipients().isEmpty() ? "なし" : content.recipients(),
                desk(),
                "なし",
                "法第60条第2項第1号（電算処理ファイル）",
                duty.keep().isEmpty() ? UNSET : duty.keep(),
                file.isLarge() ? "1,000人以上" : "1,000人未満");
    }

    /// Where requests are taken.
    private String desk() {
        Optional<SectionId> section = access.firstSection();
        return section.map(this::name).orElse(UNSET) + "　" + town.prefecture() + town.municipality() + town.address();
    }

    private String name(SectionId id) {
        return town.findSection(id).map(Section::name).orElse(id.value());
    }
}
