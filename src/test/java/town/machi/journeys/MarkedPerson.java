package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.demo.DemoAccount;
import town.machi.support.HttpPerson;
import town.machi.support.RunningTown;

/// Somebody with a name that nobody else has, who turns to the town in every way there is. Each way leaves something.
final class MarkedPerson {

    static final String FAMILY = "鷹\uDB40\uDD02𠮷";
    static final String GIVEN = "紗\uDB40\uDD01緋";
    private static final String FAMILY_KANA = "ヌホヅリ";
    private static final String GIVEN_KANA = "ムヌヘ";
    private static final String PHONE = "090-7318-4402";
    static final String MAIL = "numuhe-mark@example.jp";
    private static final String STREET = "七三一八番地の印";
    private static final String IN_FILE = "MARKEDFILE-7318";

    /// None of these may be found afterwards.
    static final List<String> MARKS =
            List.of(FAMILY, GIVEN, FAMILY_KANA, GIVEN_KANA, PHONE, PHONE.replace("-", ""), MAIL, STREET, IN_FILE);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningTown town;
    private final JdbcClient look;
    private final HttpPerson clerk;

    MarkedPerson(RunningTown town) {
        this.town = town;
        this.look = town.look();
        this.clerk = new HttpPerson(town.address()).signIn(DemoAccount.named("mizuno"));
    }

    void turnsToTheTown() {
        writesAndCorrects();
        reportsWithPhoto();
        leavesUnfinished();
        handsIn("counter");
        handsIn("paper");
        reportsByTelephone();
        talksOnLine();
        takesTheNews();
        filesForWater();
        asksToBeCalled();
        isHeld();
    }

    /// Filed on the web, sent back, corrected, noted by the office after a call, saved as a search, answered with a
    /// paper that is posted.
    private void writesAndCorrects() {
        HttpPerson resident = new HttpPerson(town.address());
        begin(resident, "letter-to-mayor");
        letter(resident, "はじめの手紙 " + STREET);
        String number = FilingWalk.number(resident);
        String passcode = FilingWalk.passcode(resident);
        String aCase = openCase(number);
        act(aCase, "sendBack", "field", "letter", "words", FAMILY + "さん、場所を書き足してください。");
        resident.open("/track").answer("number", number, "passcode", passcode);
        resident.submit(resident.path() + "/correct");
        assertThat(resident.path()).startsWith("/apply/");
        resident.answer("letter", "直した手紙 " + STREET);
        sends(resident);
        clerk.open(aCase).submit(aCase + "/notes", "words", FAMILY + GIVEN + "さんから " + PHONE + " で電話");
        clerk.open("/office/cases?view=all&q=" + FilingWalk.encoded(FAMILY));
        clerk.submit(
                "/office/cases/filters", "name", FAMILY + "さんの件", "query", "view=all&q=" + FilingWalk.encoded(FAMILY));
        act(aCase, "answer", "words", FAMILY + "さん、お手紙をありがとうございました。");
        clerk.open(aCase);
        clerk.submit(clerk.find("action=\"(" + aCase + "/papers/[^\"]+)\""));
        clerk.open(aCase);
        clerk.submit(clerk.find("action=\"(" + aCase + "/dispatch/[^\"]+/posted)\""));
    }

    private void reportsWithPhoto() {
        HttpPerson resident = new HttpPerson(town.address());
        begin(resident, "defect-report");
        resident.answer("thing", "road", "story", FAMILY + "の家の前の道");
        resident.upload(
                resident.path().replaceFirst("/[^/]+$", "/files/photos"), FAMILY + "の写真.png", "image/png", photo());
        assertThat(resident.status()).isEqualTo(200);
        resident.answer("spot.area", "大字佐敷", "spot.note", STREET);
        resident.answer(person("reporter", "phone", PHONE, "mail", MAIL));
        sends(resident);
        act(openCase(FilingWalk.number(resident)), "answer", "words", "直しました。");
    }

    private void leavesUnfinished() {
        HttpPerson resident = new HttpPerson(town.address());
        begin(resident, "letter-to-mayor");
        resident.answer("about", FAMILY, "letter", STREET, "reply", "no");
    }

    /// Typed by the office.
    private void handsIn(String channel) {
        clerk.open("/office/file").submit("/office/file", "procedure", "letter-to-mayor", "channel", channel);
        letter(clerk, "役場に渡した手紙 " + STREET);
        act(openCase(FilingWalk.number(clerk)), "answer", "words", "お返事します。");
    }

    private void reportsByTelephone() {
        clerk.open("/office/file").submit("/office/file", "procedure", "defect-report", "channel", "phone");
        clerk.answer("thing", "road", "story", FAMILY + "の家の前の道");
        clerk.answer("spot.area", "大字佐敷", "spot.note", STREET);
        clerk.answer(person("reporter", "phone", PHONE, "mail", MAIL));
        sends(clerk);
        act(openCase(FilingWalk.number(clerk)), "answer", "words", "直しました。");
    }

    /// Says something in the talk, then files through its link and takes the news of it there.
    private void talksOnLine() {
        HttpPerson phone = new HttpPerson(town.address());
        phone.open("/demo/phones").submit("/demo/phones/1/friend", "yes", "true");
        phone.submit("/demo/phones/1/type", "text", FAMILY + "です。" + PHONE + " に電話をください");
        phone.submit("/demo/phones/1/tap", "data", "filing:open:", "said", "手続きをする");
        await().atMost(PATIENCE).until(() -> phone.open("/demo/phones").page().contains("/line/open/"));
        phone.open(phone.find("(/line/open/[A-Za-z0-9_-]+)"));
        phone.answer();
        begin(phone, "letter-to-mayor");
        letter(phone, "LINEからの手紙 " + STREET);
        phone.submit(phone.path() + "/line");
        act(openCase(FilingWalk.number(phone)), "answer", "words", FAMILY + "さんへのお返事");
    }

    private void takesTheNews() {
        HttpPerson resident = new HttpPerson(town.address());
        resident.open("/notices").answer("mail", MAIL);
        follow(resident, "confirm");
    }

    /// Presses the button behind a link in the mail to them.
    private void follow(HttpPerson resident, String what) {
        await().atMost(PATIENCE).until(() -> resident.open("/demo/mail").page().contains("/notices/" + what + "/"));
        resident.open(resident.find("(/notices/" + what + "/[A-Za-z0-9_-]+)"));
        resident.answer();
        assertThat(resident.status()).isEqualTo(200);
    }

    /// And takes it back.
    private void filesForWater() {
        HttpPerson resident = new HttpPerson(town.address());
        FilingWalk.begin(resident);
        FilingWalk.pages(person("user"), FilingWalk.fields("phone", PHONE, "mail", MAIL), STREET)
                .forEach(resident::answer);
        resident.submit(resident.path().replace("/check", "/send"));
        String number = FilingWalk.number(resident);
        String passcode = FilingWalk.passcode(resident);
        resident.open("/track").answer("number", number, "passcode", passcode);
        resident.open(resident.path() + "/withdraw").answer();
        assertThat(resident.page()).contains("取り下げ");
        assertThat(clerk.open(openCase(number)).page()).contains("この案件は終わっています");
    }

    private void asksToBeCalled() {
        HttpPerson resident = new HttpPerson(town.address());
        String day = FilingProgram.STARTS_ON.toString();
        resident.open("/water/callback?procedure=water-start&day=" + day);
        resident.submit("/water/callback", "name", FAMILY + GIVEN, "phone", PHONE);
        assertThat(resident.path()).endsWith("/done");
    }

    private void isHeld() {
        String holds = "/office/keeping/holds";
        clerk.open(holds)
                .submit(holds, "person", FAMILY_KANA + GIVEN_KANA, "ground", "REVIEW", "words", FAMILY + "さんの審査請求");
        assertThat(clerk.page()).contains("保留しました");
    }

    /// What ends by somebody's hand and not with a case: the call was made, the news are not wanted any more, the hold
    /// was lifted.
    void isDoneWith() {
        UUID call = look.sql("SELECT id FROM water.callback WHERE phone = :phone")
                .param("phone", PHONE)
                .query(UUID.class)
                .single();
        clerk.open("/office/water/callbacks");
        clerk.submit("/office/water/callbacks/" + call + "/called", "outcome", FAMILY + "さんと話した");
        assertThat(clerk.page()).contains("電話したことを記録しました");
        clerk.open("/office/keeping/holds");
        clerk.submit(clerk.find("action=\"(/office/keeping/holds/[0-9a-f-]+/lift)\""));
        String leave = look.sql("SELECT leave_token FROM messaging.mail_list WHERE mail = :mail")
                .param("mail", MAIL)
                .query(String.class)
                .single();
        HttpPerson resident = new HttpPerson(town.address());
        resident.open("/notices/leave/" + leave).answer();
        assertThat(resident.status()).isEqualTo(200);
    }

    private static void begin(HttpPerson resident, String procedure) {
        resident.open("/procedures/" + procedure).submit("/procedures/" + procedure + "/start");
    }

    private static void letter(HttpPerson writer, String words) {
        writer.answer("about", FAMILY, "letter", words, "reply", "yes");
        writer.answer(person("writer", "mail", MAIL));
        sends(writer);
    }

    private static void sends(HttpPerson writer) {
        assertThat(writer.path()).as(writer.page()).endsWith("/check");
        writer.submit(writer.path().replace("/check", "/send"));
        assertThat(writer.path()).as(writer.page()).endsWith("/done");
    }

    private static String[] person(String question, String... more) {
        List<String> all = new ArrayList<>(List.of(
                question + ".family", FAMILY,
                question + ".given", GIVEN,
                question + ".familyKana", FAMILY_KANA,
                question + ".givenKana", GIVEN_KANA));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private String openCase(String number) {
        UUID id = look.sql("SELECT id FROM casework.case_file WHERE receipt = :receipt")
                .param("receipt", number.replace("-", ""))
                .query(UUID.class)
                .single();
        clerk.open("/office/cases/" + id);
        assertThat(clerk.status()).isEqualTo(200);
        return "/office/cases/" + id;
    }

    private void act(String aCase, String act, String... fields) {
        clerk.open(aCase);
        List<String> all = new ArrayList<>(List.of("act", act));
        all.addAll(List.of(fields));
        clerk.submit(aCase + "/acts", all.toArray(String[]::new));
        assertThat(clerk.status()).as(clerk.page()).isEqualTo(200);
    }

    /// A picture that says the mark in its bytes, and never on its face.
    private static byte[] photo() {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", png);
            png.writeBytes(IN_FILE.getBytes(StandardCharsets.UTF_8));
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
