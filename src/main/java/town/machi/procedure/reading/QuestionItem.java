package town.machi.procedure.reading;

import java.util.Optional;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Node;

/// One item of `ask:`: a name and what stands below it.
record QuestionItem(Node.Text id, Node body) {

    static Optional<QuestionItem> of(Node item, Faults faults) {
        return switch (item) {
            case Node.Broken broken -> Optional.empty();
            case Node.Table table -> of(table, faults);
            case Node.Text text -> {
                faults.add(
                        text.mark(),
                        "質問は「- 名前: {type: 型, label: 画面に出す言葉}」の形で書いてください。「" + text.value() + "」の後に半角の「: 」が要ります。");
                yield Optional.empty();
            }
            case Node.Listing listing -> {
                faults.add(listing.mark(), "「- 」が二重です。質問は「- 名前: {type: 型, label: 画面に出す言葉}」の形で書いてください。");
                yield Optional.empty();
            }
        };
    }

    private static Optional<QuestionItem> of(Node.Table table, Faults faults) {
        if (table.entries().isEmpty() || table.find(Node.UNREADABLE).isPresent()) {
            return Optional.empty();
        }
        Node.Entry first = table.entries().getFirst();
        if (table.entries().size() > 1) {
            Node.Entry second = table.entries().get(1);
            faults.add(
                    second.key().mark(),
                    "「" + second.key().value() + "」の字下げが足りません。「" + first.key().value() + ":」より半角の空白 2 つ分、右に下げてください。");
            return Optional.empty();
        }
        return Optional.of(new QuestionItem(first.key(), first.value()));
    }
}
