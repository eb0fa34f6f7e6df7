package town.machi.form.examples;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.form.Form;
import town.machi.form.Forms;
import town.machi.form.Giver;
import town.machi.form.Intake;
import town.machi.form.Journey;
import town.machi.form.QuestionTypes;
import town.machi.form.Slot;
import town.machi.form.Taken;
import town.machi.form.Typed;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.SettingDeclaration;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.Example;
import town.machi.procedure.Fault;
import town.machi.procedure.Question;
import town.machi.procedure.TownFacts;
import town.machi.shell.Texts;

/// One example, answered as a resident would answer it, at its own time and with its own settings of the town.
final class ExampleRun {

    private static final String REST = "…";

    private final Example example;
    private final Form form;
    private final Texts texts;
    private final List<Fault> faults = new ArrayList<>();

    private ExampleRun(Example example, Form form, Texts texts) {
        this.example = example;
        this.form = form;
        this.texts = texts;
    }

    /// What did not come out as the example says; empty: all did.
    static List<Fault> run(Example example, Definition definition, Town town, QuestionTypes types, Texts texts) {
        Clock clock = Clock.fixed(example.at(), BusinessCalendar.TOKYO);
        TownFacts facts = new TownFacts(town, name -> setting(name, example, town), clock);
        Form form = new Forms(types, List.of(facts), town, clock).open(definition, "example");
        return new ExampleRun(example, form, texts).run();
    }

    private static Optional<String> setting(String name, Example example, Town town) {
        return Optional.ofNullable(example.settings().get(name))
                .or(() -> town.declaredSettings().stream()
                        .filter(declared -> declared.name().equals(name))
                        .findFirst()
                        .flatMap(SettingDeclaration::standard))
                .filter(value -> !value.isEmpty());
    }

    private List<Fault> run() {
        Typed typed = Typed.NOTHING;
        for (Example.Line answer : example.answers()) {
            typed = typed.and(typed(answer));
        }
        Giver giver = new Giver(Answer.Source.TYPED, "resident:example", example.at());
        Taken taken = Intake.takeAll(form, typed, giver);
        if (faults.isEmpty()) {
            compare(taken.faults());
            comparePages(form.journey(taken.answers()));
        }
        return List.copyOf(faults);
    }

    private Typed typed(Example.Line answer) {
        Optional<Slot> slot = slot(answer.path());
        if (slot.isEmpty()) {
            TreeSet<String> ids = new TreeSet<>();
            form.definition().questions().forEach(question -> ids.add(question.id()));
            faults.add(answer.fault("質問「" + answer.path() + "」はこの手続にありません。", ids));
            return Typed.NOTHING;
        }
        if (!slot.get().type().hasBox(slot.get(), answer.path() + numbered(slot.get()))) {
            faults.add(answer.fault("「" + answer.path() + "」という欄は、質問「"
                    + slot.get().question().id() + "」にありません。使えるのは " + boxes(slot.get()) + " です。"));
        }
        Typed typed = Typed.NOTHING;
        if (numbered(slot.get()).isEmpty()) {
            return typed.with(answer.path(), answer.values());
        }
        for (int i = 0; i < answer.values().size(); i++) {
            typed = typed.with(answer.path() + "[" + i + "]", answer.values().get(i));
        }
        return typed;
    }

    /// Files stand in numbered boxes.
    private static String numbered(Slot slot) {
        return slot.type().boxes().contains("[]") ? "[0]" : "";
    }

    private static String boxes(Slot slot) {
        return String.join(
                "、",
                slot.type().boxes().stream()
                        .filter(box -> box.startsWith(".") || box.isEmpty())
                        .map(box -> slot.path() + box)
                        .sorted()
                        .toList());
    }

    private Optional<Slot> slot(String path) {
        for (Question question : form.definition().questions()) {
            if (Answers.belongsTo(question.id(), path)) {
                return Optional.of(new Slot(question, question.id(), form));
            }
        }
        return Optional.empty();
    }

    private void compare(List<FieldFault> came) {
        List<FieldFault> surprises = new ArrayList<>(came);
        for (Example.Line expected : example.expected()) {
            List<FieldFault> there = came.stream()
                    .filter(fault -> Answers.belongsTo(expected.path(), fault.path()))
                    .toList();
            for (String sentence : expected.values()) {
                if (there.stream().noneMatch(fault -> says(fault, sentence))) {
                    surprises.removeAll(there);
                    faults.add(expected.fault(missed(expected.path(), there)));
                }
                surprises.removeIf(fault -> there.contains(fault) && says(fault, sentence));
            }
        }
        surprises.forEach(this::tellSurprise);
    }

    /// `…` at the end of what is expected stands for the rest of the sentence.
    private boolean says(FieldFault fault, String expected) {
        String said = fault.in(texts);
        return expected.endsWith(REST)
                ? said.startsWith(expected.substring(0, expected.length() - REST.length()))
                : said.equals(expected);
    }

    private String missed(String path, List<FieldFault> there) {
        if (there.isEmpty()) {
            return "「" + path + "」にこの文は出ませんでした。";
        }
        List<String> sentences = there.stream().map(fault -> fault.in(texts)).toList();
        return "「" + path + "」に出たのは別の文でした:「" + String.join("」「", sentences) + "」";
    }

    private void tellSurprise(FieldFault fault) {
        Example.Line at = example.answers().stream()
                .filter(answer -> answer.file().equals(example.file()))
                .filter(answer -> Answers.belongsTo(questionOf(fault.path()), answer.path()))
                .findFirst()
                .orElseGet(() -> new Example.Line(example.file(), 1, 1, fault.path(), List.of()));
        faults.add(at.fault("「" + fault.path() + "」に、例にない文が出ました:「" + fault.in(texts) + "」"));
    }

    private String questionOf(String path) {
        return slot(path).map(Slot::path).orElse(path);
    }

    private void comparePages(Journey journey) {
        List<String> asked = journey.steps().stream().map(Journey.Step::id).toList();
        example.pages()
                .filter(pages -> !pages.values().equals(asked))
                .ifPresent(pages -> faults.add(pages.fault("聞かれたページは [" + String.join(", ", asked) + "] でした。")));
    }
}
