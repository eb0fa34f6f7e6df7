package town.machi.kernel;

import java.util.List;
import java.util.Optional;

/// A 個人情報ファイル as the law has it written down: personal data put together so that a person is found in it.
///
/// Source: 個人情報の保護に関する法律 第74条第1項, 第75条第1項 (個人情報ファイル簿の作成と公表).
///
/// @param id ASCII, unique: `casework.water-start`, `shelter.supported`
/// @param held people or records in it, counted up to [#COUNTED]
public record PersonalFile(String id, Duty duty, Content content, int held) {

    /// From so many people on a file must be in the published list (同法 第74条第2項第9号, 施行令 第20条第2項).
    public static final int COUNTED = 1_000;

    /// @param name 個人情報ファイルの名称
    /// @param section whose work it serves; empty: 未設定
    /// @param purpose 利用目的
    /// @param keep how long it is kept, in words; empty: 未設定
    public record Duty(String name, Optional<SectionId> section, String purpose, String keep) {

        /// The first of the sections that a setting names.
        public static Optional<SectionId> firstOf(Optional<String> setting) {
            return setting.map(words -> words.strip().split("[\\s,、]+")[0])
                    .filter(word -> !word.isEmpty())
                    .map(SectionId::new);
        }
    }

    /// @param items 記録項目
    /// @param scope 記録範囲: whose data it is
    /// @param source 収集方法
    /// @param sensitive 要配慮個人情報
    /// @param recipients 経常的な提供先; empty: none
    public record Content(List<String> items, String scope, String source, Sensitive sensitive, String recipients) {

        public Content {
            items = List.copyOf(items);
        }
    }

    /// Whether it holds 要配慮個人情報 (同法 第2条第3項).
    public enum Sensitive {
        YES("含む"),
        NO("含まない"),
        UNKNOWN("未設定");

        private final String label;

        Sensitive(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isLarge() {
        return held >= COUNTED;
    }
}
