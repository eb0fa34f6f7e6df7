package town.machi.submission.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.FileId;
import town.machi.platform.Letter;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;
import town.machi.procedure.Words;
import town.machi.submission.Filed;
import town.machi.submission.PartKept;
import town.machi.submission.StatusWord;

@DisplayName("内側と外側のあいだを行き来する届出と言葉")
class LettersTests {

    private static final Instant AT = Instant.parse("2026-11-24T01:00:00.123456Z");
    private static final UUID SUBMISSION = UUID.fromString("019ab000-0000-7000-8000-000000000001");
    private static final Filed.FileRef PHOTO =
            new Filed.FileRef(UUID.fromString("019ab000-0000-7000-8000-000000000002"), "塀.jpg", "image/jpeg", 7, "ab");

    private static Answers answers() {
        return new Answers(new TreeMap<>(Map.of(
                "user.family",
                new Answer("葛\uDB40\uDD00城", Answer.Source.TYPED, "resident:1", AT),
                "photos",
                new Answer(PHOTO.id().toString(), Answer.Source.TYPED, "resident:1", AT))));
    }

    private static Filed.New filed() {
        ProcedureSource source = new ProcedureSource(new TreeMap<>(Map.of("procedure.yaml", "title: 塀\n")));
        return new Filed.New(
                SUBMISSION,
                1,
                AT,
                ReceiptNumber.generate(new Random(1), ReceiptNumber.Series.FIRST),
                new ProcedureName("wall-crack"),
                3,
                source.hash(),
                source,
                answers(),
                List.of(PHOTO),
                Channel.WEB,
                null,
                Language.EASY,
                "ito@example.jp",
                Set.of(UUID.fromString("019ab000-0000-7000-8000-000000000003")));
    }

    @Test
    @DisplayName("届出は、定義も異体字も送り主もそのまま届く。写真の中身は手紙の後ろに付く")
    void aFilingExplainsItself() {
        Letter letter = FiledLetter.of(filed());
        assertThat(letter.files()).containsExactly(new FileId(PHOTO.id()));
        assertThat(FiledLetter.read(letter.content(), _ -> PHOTO)).isEqualTo(filed());
    }

    @Test
    @DisplayName("補正と取り下げも、そのまま届く")
    void whatComesLater() {
        Filed.Correction correction = new Filed.Correction(SUBMISSION, 2, AT, answers(), List.of(PHOTO));
        assertThat(FiledLetter.read(FiledLetter.of(correction).content(), _ -> PHOTO))
                .isEqualTo(correction);
        Filed.Withdrawal withdrawal = new Filed.Withdrawal(SUBMISSION, 3, AT);
        assertThat(FiledLetter.read(FiledLetter.of(withdrawal).content(), _ -> PHOTO))
                .isEqualTo(withdrawal);
        PartKept kept = new PartKept(SUBMISSION, AT);
        assertThat(WordLetter.readKept(WordLetter.of(kept).content())).isEqualTo(kept);
    }

    @Test
    @DisplayName("状況の言葉は、住民が見てよいものだけを運ぶ")
    void aWord() {
        StatusWord word = new StatusWord(
                SUBMISSION,
                4,
                AT,
                "correcting",
                new Words("直してください", null, "Please correct"),
                Set.of("photos"),
                "写真を",
                false,
                false);
        assertThat(WordLetter.readWord(WordLetter.of(word).content())).isEqualTo(word);
        assertThat(new String(WordLetter.of(word).content().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .doesNotContain("staff", "case");
    }

    @Test
    @DisplayName("定義がハッシュと合わない届出は、読まない")
    void anotherDefinition() {
        String forged = FiledLetter.of(filed()).content().replace("title: 塀", "title: 壁");
        assertThatThrownBy(() -> FiledLetter.read(forged, _ -> PHOTO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("外側の受付番号と内側の受付番号は、最初の文字で分かれていて重ならない")
    void twoSeries() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            ReceiptNumber outside = ReceiptNumber.generate(random, ReceiptNumber.Series.FIRST);
            ReceiptNumber inside = ReceiptNumber.generate(random, ReceiptNumber.Series.SECOND);
            assertThat(outside.isOf(ReceiptNumber.Series.SECOND)).isFalse();
            assertThat(inside.isOf(ReceiptNumber.Series.FIRST)).isFalse();
            assertThat(ReceiptNumber.parse(inside.format())).contains(inside);
        }
    }
}
