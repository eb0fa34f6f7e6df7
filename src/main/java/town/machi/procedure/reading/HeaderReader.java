package town.machi.procedure.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.machi.kernel.SectionId;
import town.machi.procedure.Channel;
import town.machi.procedure.Definition.Agent;
import town.machi.procedure.Definition.Fee;
import town.machi.procedure.LifeEvent;
import town.machi.procedure.Nature;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Ruling;
import town.machi.procedure.Words;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;

/// Reads what stands above the form: name, section, 性質, 根拠, fee, agent, channels.
final class HeaderReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Pattern SECTION = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final Fields fields;
    private final Translations translations;
    private final Places places;
    private final Faults faults;

    HeaderReader(Fields fields, Translations translations, Places places) {
        this.fields = fields;
        this.translations = translations;
        this.places = places;
        this.faults = fields.faults();
    }

    Optional<ProcedureName> name() {
        Optional<Node.Text> text = fields.requiredText("procedure", "手続の名前。フォルダーと同じ半角の英字");
        text.ifPresent(name -> places.add(Places.Kind.HEADER, "procedure", name.mark()));
        Optional<Node.Text> bad =
                text.filter(name -> !NAME.matcher(name.value().strip()).matches());
        bad.ifPresent(name -> faults.add(
                name.mark(), "手続の名前「" + name.value() + "」は使えません。半角の英小文字で始め、英小文字・数字・ハイフンだけで書いてください（例: water-start）。"));
        return bad.isPresent()
                ? Optional.empty()
                : text.map(name -> new ProcedureName(name.value().strip()));
    }

    Words required(String key, String meaning) {
        fields.require(key, meaning);
        return translations.find(key, fields, key).orElseGet(() -> Words.ofJapanese(""));
    }

    Words summary(Words title) {
        return translations.find("summary", fields, "summary").orElse(title);
    }

    SectionId section() {
        Optional<Node.Text> text = fields.requiredText("section", "担当の課");
        text.ifPresent(name -> places.add(Places.Kind.HEADER, "section", name.mark()));
        Optional<String> good = text.map(name -> name.value().strip()).filter(SECTION.asMatchPredicate());
        if (text.isPresent() && good.isEmpty()) {
            faults.add(text.get().mark(), "課「" + text.get().value() + "」は town.yaml にある半角の英字の名前で書いてください（例: water）。");
        }
        return new SectionId(good.orElse("unknown"));
    }

    Nature nature() {
        Map<String, Nature> known = new LinkedHashMap<>();
        for (Nature nature : Nature.values()) {
            known.put(nature.label(), nature);
        }
        return fields.requiredText("kind", "性質。申請・届出・契約申込・補助金・相談のどれか")
                .flatMap(text -> pick(text, known, "性質"))
                .orElse(Nature.APPLICATION);
    }

    Set<Channel> channels() {
        fields.require("channels", "受け付ける方法。[web, counter] のように書きます");
        Map<String, Channel> known = new LinkedHashMap<>();
        for (Channel channel : Channel.values()) {
            known.put(channel.code(), channel);
            known.put(channel.label(), channel);
        }
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        fields.texts("channels").forEach(text -> pick(text, known, "受け付ける方法").ifPresent(channels::add));
        return channels;
    }

    List<String> lifeEvents() {
        Map<String, LifeEvent> known = Stream.of(LifeEvent.values())
                .collect(Collectors.toMap(LifeEvent::code, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        Stream.of(LifeEvent.values()).forEach(event -> known.put(event.words().ja(), event));
        return fields.texts("lifeEvents").stream()
                .flatMap(text -> pick(text, known, "ライフイベント").stream())
                .map(LifeEvent::code)
                .distinct()
                .toList();
    }

    private <T> Optional<T> pick(Node.Text text, Map<String, T> known, String what) {
        T found = known.get(text.value().strip());
        if (found == null) {
            faults.add(
                    text.mark(), what + "に「" + text.value() + "」はありません。" + Nearest.hint(text.value(), known.keySet()));
        }
        return Optional.ofNullable(found);
    }

    List<String> words() {
        return fields.texts("words").stream().map(text -> text.value().strip()).toList();
    }

    List<Words> bring() {
        List<Words> bring = new ArrayList<>();
        List<Node> items = fields.items("bring");
        for (int i = 0; i < items.size(); i++) {
            translations.find("bring[" + i + "]", "bring", items.get(i)).ifPresent(bring::add);
        }
        return bring;
    }

    /// `fee: 無料`, `fee: 未設定`, or `fee: {yen: 300, article: 手数料条例 別表}`. Not written: 未設定.
    Fee fee() {
        Optional<Node> node = fields.node("fee");
        if (node.isEmpty() || node.get() instanceof Node.Broken) {
            return new Fee.NotSet();
        }
        if (node.get() instanceof Node.Table table) {
            return fee(Fields.of(table, "手数料（fee）", faults));
        }
        return Shapes.text(node.get(), "fee", faults)
                .map(text -> switch (text.value().strip()) {
                    case "無料", "none" -> new Fee.None();
                    case Measures.NOT_SET -> new Fee.NotSet();
                    default -> {
                        faults.add(text.mark(), "手数料は「無料」「未設定」か、{yen: 300, article: 根拠の条文} の形で書いてください。");
                        yield new Fee.NotSet();
                    }
                })
                .orElseGet(Fee.NotSet::new);
    }

    private Fee fee(Fields of) {
        Optional<Node.Text> yen = of.requiredText("yen", "金額。半角の数字");
        of.require("article", "根拠の条文");
        Optional<Words> article = translations.find("fee", of, "article");
        of.close();
        Optional<String> digits = yen.map(text -> text.value().strip()).filter(text -> text.matches("[1-9]\\d{0,6}"));
        if (yen.isPresent() && digits.isEmpty()) {
            faults.add(yen.get().mark(), "金額「" + yen.get().value() + "」は読めません。1 以上の半角の数字だけで書いてください（無料なら fee: 無料）。");
        }
        return digits.isPresent() && article.isPresent()
                ? new Fee.Of(Integer.parseInt(digits.get()), article.get())
                : new Fee.NotSet();
    }

    /// `amount: 工事費の3分の1（上限 332,000円）`, or 未設定; of a 補助金 alone.
    Optional<Words> amount(Nature nature) {
        Optional<Node> node = fields.node("amount");
        if (nature != Nature.SUBSIDY) {
            node.ifPresent(found -> faults.add(found.mark(), "補助の額（amount）を書けるのは補助金だけです。消してください。"));
        } else if (node.isEmpty()) {
            fields.require("amount", "補助の額。まだ決まっていなければ「未設定」と書きます");
        }
        return translations
                .find("amount", fields, "amount")
                .filter(words -> !words.ja().equals(Measures.NOT_SET));
    }

    Ruling ruling() {
        return new RulingReader(fields, translations, places).read();
    }

    /// `agent: 本人だけ`, `agent: だれでも`, or `agent: {with: 委任状}`. Not written: 本人だけ.
    Agent agent() {
        Optional<Node> node = fields.node("agent");
        if (node.isEmpty() || node.get() instanceof Node.Broken) {
            return new Agent(false, Optional.empty());
        }
        if (node.get() instanceof Node.Table table) {
            Fields of = Fields.of(table, "代理人（agent）", faults);
            of.require("with", "代理人が見せるもの");
            Optional<Words> with = translations.find("agent", of, "with");
            of.close();
            return new Agent(true, with);
        }
        Map<String, Agent> known = new LinkedHashMap<>();
        known.put("本人だけ", new Agent(false, Optional.empty()));
        known.put("だれでも", new Agent(true, Optional.empty()));
        return Shapes.text(node.get(), "agent", faults)
                .flatMap(text -> pick(text, known, "代理人（agent）"))
                .orElseGet(() -> new Agent(false, Optional.empty()));
    }
}
