package town.machi.alert.jma;

import java.nio.charset.StandardCharsets;

/// Telegrams made for tests. None of them was ever issued by the 気象庁.
public final class Telegrams {

    private Telegrams() {}

    /// 気象警報・注意報 of one day.
    ///
    /// @param time `02:15`
    public static byte[] rain(String code, String act, String time) {
        return report(act, time, "", warning("<Kind><Code>" + code + "</Code><Status>発表</Status></Kind>"));
    }

    static byte[] landslide(String code, String act, String time) {
        return rain(code, act, time);
    }

    public static byte[] nothing(String time) {
        return report("発表", time, "", warning("<Kind><Status>発表警報・注意報はなし</Status></Kind>"));
    }

    static byte[] status(byte[] xml, String status) {
        return text(xml).replace("<Status>通常", "<Status>" + status).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] quake(String event, String code, String level, String intensity) {
        String place = "<" + level + "><Name>見本</Name><Code>" + code + "</Code><MaxInt>" + intensity + "</MaxInt></"
                + level + ">";
        String inner = level.equals("City") ? "<Area><Name>見本</Name><Code>743</Code>" + place + "</Area>" : place;
        return report(
                "発表", "16:28", event, "<Intensity><Observation><Pref>" + inner + "</Pref></Observation></Intensity>");
    }

    static byte[] cancelledQuake(String event) {
        return report("取消", "16:40", event, "<Text>取り消します。</Text>");
    }

    static byte[] tsunami(String area, String code) {
        String item = "<Item><Area><Name>見本</Name><Code>" + area + "</Code></Area><Category><Kind><Code>" + code
                + "</Code></Kind></Category></Item>";
        return report("発表", "16:30", "20110311144640", "<Tsunami><Forecast>" + item + "</Forecast></Tsunami>");
    }

    private static String warning(String kind) {
        return "<Warning type=\"気象警報・注意報（市町村等）\"><Item>" + kind
                + "<Area><Name>芦北町</Name><Code>4348200</Code></Area></Item></Warning>";
    }

    private static byte[] report(String act, String time, String event, String body) {
        return ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
                <Control><Title>見本</Title><DateTime>2027-07-03T17:00:00Z</DateTime><Status>通常</Status></Control>
                <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/">
                <Title>見本</Title><ReportDateTime>2027-07-04T%s:00+09:00</ReportDateTime><EventID>%s</EventID>
                <InfoType>%s</InfoType><Serial/><Headline><Text>見本の見出し文です。</Text></Headline></Head>
                <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/meteorology1/">%s</Body>
                </Report>
                """.formatted(time, event, act, body)).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }
}
