package town.machi.shell.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.platform.Town;
import town.machi.shell.Banner;
import town.machi.shell.HomeTile;
import town.machi.shell.MenuItem;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Column;
import town.machi.shell.component.DateParts;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;
import town.machi.shell.component.HoursRow;
import town.machi.shell.component.MapModel;
import town.machi.shell.component.Pager;
import town.machi.shell.component.SummaryRow;
import town.machi.shell.component.TimelineItem;
import town.machi.shell.component.Upload;

/// What the style guide shows: the longest names, the emptiest lists, all three languages.
record LookSamples(Language language, Town town, Instant now) {

    static final String UPLOAD = "/look/files";
    static final String LONG_NAME = "勅使河原　寿限無五劫擦切海砂利水魚衛門太郎左衛門";

    String say(String japanese, String easy, String english) {
        return switch (language) {
            case JA -> japanese;
            case EASY -> easy;
            case EN -> english;
        };
    }

    List<Banner.Item> banners() {
        return List.of(
                new Banner.Item(
                        Banner.Tone.LEVEL_5,
                        say("緊急安全確保　佐敷地区", "いのちを まもって", "Emergency safety: Sashiki"),
                        "",
                        null,
                        now),
                new Banner.Item(
                        Banner.Tone.LEVEL_4,
                        say("避難指示　湯浦・田浦地区の全世帯", "いますぐ にげて ください", "Evacuation order for all of Yunoura"),
                        say("危険な場所から全員避難してください。", "あぶない ところから みんな にげて ください。", "Everyone must leave dangerous places."),
                        "/",
                        now),
                new Banner.Item(
                        Banner.Tone.LEVEL_3, say("高齢者等避難", "おとしよりは にげて", "Elderly people evacuate"), "", "/", now),
                new Banner.Item(Banner.Tone.LEVEL_2, say("大雨・洪水注意報", "大雨に 注意", "Heavy rain advisory"), "", null, now),
                new Banner.Item(Banner.Tone.LEVEL_1, say("早期注意情報", "これから 大雨", "Early warning"), "", null, now),
                new Banner.Item(Banner.Tone.NOTICE, say("年末年始は休みます", "休みます", "Closed at year end"), "", "/", now));
    }

    List<HomeTile.Tile> doors() {
        return List.of(
                door("手続き", "手続き（てつづき）", "Procedures", "document", 10),
                door("施設をつかう", "施設（しせつ）を つかう", "Facilities", "hall", 20),
                door("避難所・防災", "避難所（ひなんじょ）", "Shelters and disaster prevention", "shelter", 30),
                door("証明書", "証明書（しょうめいしょ）", "Certificates", "certificate", 40),
                door("水道", "水道（すいどう）", "Water", "water", 50),
                door("相談・問合せ", "相談（そうだん）", "Advice", "talk", 60));
    }

    private HomeTile.Tile door(String japanese, String easy, String english, String icon, int order) {
        var text = say("ここから始められます。", "ここから はじめます。", "Start here.");
        return new HomeTile.Tile(say(japanese, easy, english), text, "/look", icon, order);
    }

    List<FieldError> errors() {
        return List.of(
                FieldError.at("name", say("氏名を入力してください。", "名前（なまえ）を 書（か）いて ください。", "Enter your name.")),
                FieldError.at("startsOn", say("平成は31年4月30日までです。", "その 日（ひ）は ありません。", "That day does not exist.")));
    }

    Field name() {
        return Field.required("name", say("氏名", "名前（なまえ）", "Full name"))
                .hint(say("戸籍の通りに。葛󠄀や𠮷もそのまま使えます。", "漢字（かんじ）か ローマ字（じ）で", "As on your residence card"))
                .value(LONG_NAME)
                .error(errors().get(0).sentence());
    }

    Field mail() {
        return Field.optional("mail", say("メールアドレス", "メール", "E-mail"));
    }

    Field number() {
        return Field.optional("customer", say("お客様番号", "お客様（きゃくさま）番号（ばんごう）", "Customer number"))
                .hint(say("検針票や閉栓札にあります。", "紙（かみ）に あります。", "It is on your meter slip."));
    }

    Field reason() {
        return Field.optional("reason", say("くわしい事情", "くわしく", "Details")).value(LONG_NAME.repeat(4));
    }

    Field startsOn() {
        return Field.required("startsOn", say("使用開始日", "使（つか）いはじめる 日（ひ）", "First day of use"))
                .error(errors().get(1).sentence());
    }

    DateParts date() {
        return new DateParts("平成31", "5", "1");
    }

    Field payment() {
        return Field.required("payment", say("支払方法", "お金（かね）の はらいかた", "Payment"));
    }

    List<Choice> payments() {
        return List.of(
                new Choice(
                        "slip",
                        say("納付書", "紙（かみ）で はらう", "Payment slip"),
                        say("コンビニでも払えます", "コンビニでも できます", "Also at shops"),
                        true),
                new Choice("debit", say("口座振替", "銀行（ぎんこう）から はらう", "Direct debit"), false),
                new Choice("long", say(LONG_NAME, LONG_NAME, LONG_NAME), null, false));
    }

    Field consent() {
        return Field.required("consent", say("利用目的を読み、同意します", "読（よ）みました", "I have read the purpose of use"));
    }

    Field photos() {
        return Field.required("photos", say("被害の写真", "写真（しゃしん）", "Photos of the damage"));
    }

    Upload upload() {
        var long40 = "長".repeat(40);
        return new Upload(
                List.of(
                        new Upload.Item("1", "IMG_20261124_101112345_" + long40 + ".jpg", 3_456_789, "/look"),
                        new Upload.Item("2", "見取り図.pdf", 45_000, null)),
                3,
                5_000_000,
                "image/jpeg,image/png,image/heic,application/pdf",
                UPLOAD);
    }

    Upload uploadWith(Upload.Item added) {
        var files = Stream.concat(upload().files().stream(), Stream.of(added)).toList();
        return new Upload(files, upload().most(), upload().mostBytes(), upload().accept(), UPLOAD);
    }

    List<SummaryRow> rows() {
        return List.of(
                SummaryRow.of(name().label(), LONG_NAME).changeAt("/look"),
                SummaryRow.of(startsOn().label(), say("令和8年11月24日(火)", "2026年 11月 24日", "24 November 2026 (Tue)"))
                        .changeAt("/look")
                        .markChanged(),
                SummaryRow.of(mail().label(), "").changeAt("/look"));
    }

    List<TimelineItem> history() {
        return List.of(
                new TimelineItem(now, say("受け付けました", "うけつけました", "Received"), "", "", Chip.Tone.DONE),
                new TimelineItem(
                        now.plusSeconds(90_000),
                        say("1か所の直しをお願いしました", "なおして ください", "We asked for one correction"),
                        say("上下水道課", "水道（すいどう）の 人（ひと）", "Water section"),
                        say("使用開始日を確かめてください。\n町が休みの日です。", "日（ひ）を なおして ください。", "Please check the first day."),
                        Chip.Tone.ALERT),
                TimelineItem.of(now.plusSeconds(180_000), say("作業を待っています", "まって います", "Waiting for the crew"), ""));
    }

    List<Chip> chips() {
        return List.of(
                new Chip(Chip.Tone.NEW, say("受付", "うけつけ", "Received")),
                new Chip(Chip.Tone.ACTIVE, say("審査中", "しらべて います", "In review")),
                new Chip(Chip.Tone.WAITING, say("補正待ち", "まって います", "Waiting for you")),
                new Chip(Chip.Tone.DONE, say("完了", "おわりました", "Done")),
                new Chip(Chip.Tone.ALERT, say("期限超過", "おくれて います", "Overdue")),
                new Chip(Chip.Tone.STOPPED, say("取下げ", "やめました", "Withdrawn")));
    }

    List<Column> columns() {
        return List.of(
                Column.of("受付番号").sortable("/look/office", null),
                Column.of("申請者"),
                Column.of("手続"),
                Column.of("状態"),
                Column.figures("残り").sortable("/look/office", "ascending"));
    }

    Pager pager() {
        return new Pager(1_234, 51, 100, "/look", "/look");
    }

    List<HoursRow> hours() {
        return List.of(
                new HoursRow(
                        say("月曜日から金曜日", "月（げつ）～金（きん）", "Monday to Friday"),
                        say("午前8時30分から午後5時15分", "8:30～17:15", "8:30 AM to 5:15 PM"),
                        true),
                new HoursRow(
                        say(
                                "土曜日・日曜日・祝日・12月29日から1月3日",
                                "土（ど）・日（にち）・休（やす）みの 日（ひ）",
                                "Weekends, holidays, 29 December to 3 January"),
                        say("休み", "休（やす）み", "Closed"),
                        false));
    }

    Field place() {
        return Field.required("place", say("使用場所", "場所（ばしょ）", "Place of use"));
    }

    MapModel picker() {
        return MapModel.picker(town.areas(), null);
    }

    MapModel places() {
        var points = town.areas().stream()
                .limit(8)
                .map(area -> new MapModel.Point(area.shortName(), area.kana(), area.place(), "/look"))
                .toList();
        return MapModel.of(points);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, java.time.ZoneId.of("Asia/Tokyo"));
    }

    Actor.Staff staff() {
        return new Actor.Staff(
                new StaffId(new UUID(0, 1)), "勅使河原 寿々子", Set.of(new SectionId("water")), Set.of(Role.HANDLER));
    }

    List<MenuItem> menu() {
        return List.of(
                new MenuItem("受信箱", "/look/office", 10, 12),
                new MenuItem("手続", "/look", 20),
                new MenuItem("窓口・電話の届出", "/look/x", 30),
                new MenuItem("職員", "/look/y", 40),
                new MenuItem("証跡", "/look/z", 50));
    }
}
