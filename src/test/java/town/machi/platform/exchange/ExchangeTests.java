package town.machi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("内側と外側のあいだのファイル")
class ExchangeTests {

    @TempDir
    @Nullable
    Path temporary;

    private @Nullable TwoSides two;

    @BeforeEach
    void begin() {
        two = new TwoSides(java.util.Objects.requireNonNull(temporary));
    }

    private TwoSides two() {
        return java.util.Objects.requireNonNull(two);
    }

    @Test
    @DisplayName("書いた順に届き、届いたあとは受け渡しのフォルダーに何も残らない")
    void inOrder() {
        say("一", "二", "三");
        two().write();
        assertThat(two().files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("00000001.machi", "00000002.machi", "00000003.machi");
        assertThat(two().read().taken()).isEqualTo(3);
        assertThat(two().reader.taken).containsExactly(arrived("一"), arrived("二"), arrived("三"));
        assertThat(two().files()).isEmpty();
    }

    @Test
    @DisplayName("7番より先に8番が届いたら、8番は待つ。7番が届けば続けて取り込む")
    void aGapWaits() throws IOException {
        say("一", "二", "三");
        two().write();
        Path second = two().files().get(1);
        Path pocket = java.util.Objects.requireNonNull(temporary).resolve("pocket");
        Files.move(second, pocket);
        Taking.Round round = two().read();
        assertThat(round.taken()).isEqualTo(1);
        assertThat(round.waiting()).isEqualTo(1);
        Files.move(pocket, second);
        assertThat(two().read().waiting()).isZero();
        assertThat(two().reader.taken).hasSize(3);
    }

    @Test
    @DisplayName("届かないまま消えたファイルは、1時間たつと書きなおされる。それまでは書かない")
    void lostIsWrittenAgain() throws IOException {
        say("一", "二");
        two().write();
        Files.delete(two().files().getFirst());
        two().write();
        assertThat(two().files()).hasSize(1);
        two().now = two().now.plus(Duration.ofHours(1));
        two().write();
        assertThat(two().files()).hasSize(2);
        two().read();
        assertThat(two().reader.taken).hasSize(2);
    }

    @Test
    @DisplayName("同じファイルが別の名前でもう一度届いても、一度だけ取り込む")
    void aRepeatIsOnce() throws IOException {
        say("一");
        two().write();
        Path file = two().files().getFirst();
        Files.copy(file, file.resolveSibling("コピー 〜 00000001.machi"));
        two().read();
        assertThat(two().reader.taken).containsExactly(arrived("一"));
        assertThat(two().reader.repeats).isEqualTo(1);
        assertThat(two().files()).isEmpty();
    }

    @Test
    @DisplayName("途中で取り込めなくなっても半分は残らず、直れば続きから取り込む")
    void nothingHalfDone() {
        say("一", "二");
        two().write();
        two().reader.broken = true;
        Taking.Round round = two().read();
        assertThat(round.failure()).contains("データベースが止まっています");
        assertThat(round.waiting()).isEqualTo(2);
        assertThat(two().files()).hasSize(2);
        two().reader.broken = false;
        assertThat(two().read().taken()).isEqualTo(2);
    }

    @Test
    @DisplayName("途中まで写されたファイルは、すぐにはよけない。写し終われば取り込む")
    void aFileOnItsWay() throws IOException {
        say("一");
        two().write();
        Path file = two().files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 7));
        two().read();
        assertThat(two().reader.refused).isEmpty();
        Files.write(file, whole);
        two().read();
        assertThat(two().reader.taken).hasSize(1);
    }

    @Test
    @DisplayName("自分が出したものが戻ってきたら、向きが逆だと言ってよける")
    void ownLetters() throws IOException {
        say("一");
        two().write();
        Path file = two().files().getFirst();
        assertThat(LetterFile.open(file, "inner", two().outside)).isEqualTo(new LetterFile.Bad(Refused.WRONG_WAY));
    }

    @Test
    @DisplayName("署名が正しくても、前に届いた番号と中身が違えばよける")
    void forked() throws IOException {
        say("一", "二");
        two().write();
        two().read();
        TwoSides restored = new TwoSides(java.util.Objects.requireNonNull(temporary));
        restored.sender.say("一");
        restored.sender.say("二のかわり");
        restored.write();
        two().read();
        assertThat(two().reader.taken).hasSize(2);
        assertThat(two().reader.repeats).isEqualTo(1);
        assertThat(two().reader.refused).containsExactly(Refused.FORKED);
        assertThat(two().files()).isEmpty();
    }

    @Property(tries = 60)
    @Label("どの1バイトが変わっても、取り込まれない")
    void everyByteCounts(@ForAll Random random) throws IOException {
        inRoom(sides -> {
            sides.sender.say("一");
            sides.write();
            Path file = sides.files().getFirst();
            byte[] bytes = Files.readAllBytes(file);
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, bytes);
            sides.read();
            sides.read();
            assertThat(sides.reader.taken).as("byte %d", at).isEmpty();
            assertThat(sides.reader.refused).hasSize(1);
            assertThat(sides.files()).isEmpty();
        });
    }

    @Property(tries = 60)
    @Label("切れても、後ろに何か付いても、取り込まれない")
    void lengthCounts(@ForAll Random random, @ForAll @IntRange(min = 1, max = 400) int by) throws IOException {
        inRoom(sides -> {
            sides.sender.say("一");
            sides.write();
            Path file = sides.files().getFirst();
            byte[] bytes = Files.readAllBytes(file);
            int length = random.nextBoolean() ? bytes.length + by : Math.max(0, bytes.length - by);
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            sides.read();
            sides.read();
            assertThat(sides.reader.taken).isEmpty();
            assertThat(sides.reader.refused).hasSize(1);
        });
    }

    @Property(tries = 60)
    @Label("どう混ぜても、くりかえしても、失われても、書きかえられても、最後にはすべてが一度ずつ順に届く")
    void everythingArrivesOnce(@ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int letters)
            throws IOException {
        inRoom(sides -> {
            int said = 0;
            for (int round = 0; round < 40; round++) {
                if (said < letters && random.nextBoolean()) {
                    sides.sender.say("言葉" + said++);
                }
                if (random.nextInt(3) > 0) {
                    sides.write();
                }
                meddle(sides, random);
                if (random.nextInt(3) > 0) {
                    sides.read();
                }
                if (random.nextBoolean()) {
                    sides.acknowledge();
                }
                sides.now = sides.now.plus(Duration.ofMinutes(random.nextInt(90)));
            }
            while (said < letters) {
                sides.sender.say("言葉" + said++);
            }
            for (int round = 0; round < 12; round++) {
                sides.now = sides.now.plus(Duration.ofHours(2));
                sides.write();
                sides.read();
                sides.acknowledge();
            }
            assertThat(sides.reader.taken)
                    .isEqualTo(IntStream.range(0, letters)
                            .mapToObj(number -> arrived("言葉" + number))
                            .toList());
            sides.write();
            assertThat(sides.files()).isEmpty();
        });
    }

    /// One of the things that happen to files on their way.
    private static void meddle(TwoSides sides, Random random) throws IOException {
        List<Path> files = sides.files();
        if (files.isEmpty()) {
            return;
        }
        Path one = files.get(random.nextInt(files.size()));
        Path other = files.get(random.nextInt(files.size()));
        switch (random.nextInt(6)) {
            case 0 -> Files.delete(one);
            case 1 -> Files.copy(one, one.resolveSibling(random.nextInt(1000) + " のコピー.machi"));
            case 2 -> {
                byte[] bytes = Files.readAllBytes(one);
                Files.copy(other, one, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                Files.write(other, bytes);
            }
            case 3 -> {
                byte[] bytes = Files.readAllBytes(one);
                bytes[random.nextInt(bytes.length)] ^= 1;
                Files.write(one, bytes);
            }
            case 4 -> Files.write(one, "これは違うファイル".getBytes(StandardCharsets.UTF_8));
            default -> {
                // Nothing happens to them this time.
            }
        }
    }

    private interface Story {
        void tell(TwoSides sides) throws IOException;
    }

    private static void inRoom(Story story) throws IOException {
        Path room = Files.createTempDirectory("machi-exchange");
        try {
            story.tell(new TwoSides(room));
        } finally {
            FileUtils.deleteDirectory(room.toFile());
        }
    }

    private void say(String... words) {
        for (String each : words) {
            two().sender.say(each);
        }
    }

    private static String arrived(String words) {
        return "{\"words\":\"" + words + "\"}写真 " + words;
    }
}
