package town.machi.form.type;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.kernel.Kana;
import town.machi.shell.Template;
import town.machi.shell.Texts;

/// A bank account as the passbook has it. Codes may stay empty: the name of bank and branch finds them.
/// Source: 全国銀行協会 総合振込 (bank 4 digits, branch 3, account 7, holder in kana).
@Component
class BankAccountQuestion extends Parts {

    static final List<String> KINDS = List.of("ordinary", "current", "savings");

    @Override
    public String type() {
        return "bankAccount";
    }

    @Override
    List<String> names() {
        return List.of("bank", "bankCode", "branch", "branchCode", "kind", "number", "holder");
    }

    @Override
    boolean isBlank(Slot slot, Map<String, String> parts) {
        return parts.entrySet().stream()
                .allMatch(
                        part -> part.getKey().equals("kind") || part.getValue().isEmpty());
    }

    @Override
    void read(Slot slot, Map<String, String> typed, Draft into) {
        require("bank", typed, into);
        require("branch", typed, into);
        readDigits("bankCode", typed, 4, into);
        readDigits("branchCode", typed, 3, into);
        readKind(typed.getOrDefault("kind", ""), into);
        readNumber(typed, into);
        readHolder(typed.getOrDefault("holder", ""), into);
    }

    private static void require(String part, Map<String, String> typed, Draft into) {
        String text = typed.getOrDefault(part, "");
        if (text.isEmpty()) {
            into.fault(part, "form.account." + part);
        }
        into.put(part, text);
    }

    private static void readDigits(String part, Map<String, String> typed, int length, Draft into) {
        String digits = narrow(typed.getOrDefault(part, ""));
        if (!digits.isEmpty() && !digits.matches("\\d{" + length + "}")) {
            into.fault(part, "form.account.code", length);
        }
        into.put(part, digits);
    }

    private static void readKind(String kind, Draft into) {
        if (!KINDS.contains(kind)) {
            into.fault("kind", "form.account.kind");
        }
        into.put("kind", kind);
    }

    /// Fewer than seven digits are filled up with noughts from the left, as banks do.
    private static void readNumber(Map<String, String> typed, Draft into) {
        String digits = narrow(typed.getOrDefault("number", ""));
        if (!digits.matches("\\d{4,7}")) {
            into.fault("number", "form.account.number");
            return;
        }
        into.put("number", "0".repeat(7 - digits.length()) + digits);
    }

    private static void readHolder(String holder, Draft into) {
        String kana = Kana.normalised(holder);
        if (kana.matches("[ァ-ヺー・ A-Z0-9().,/-]{1,100}")) {
            into.put("holder", kana);
        } else {
            into.fault("holder", "form.account.holder");
        }
    }

    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}-]", "");
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        if (answers.find(slot.part("number")).isEmpty()) {
            return List.of();
        }
        String bank = withCode(answers, slot, "bank", "bankCode") + "\u3000"
                + withCode(answers, slot, "branch", "branchCode");
        String account = texts.get("form.account.kind." + answers.text(slot.part("kind")))
                + " "
                + answers.text(slot.part("number"));
        return List.of(bank, account, answers.text(slot.part("holder")));
    }

    private static String withCode(Answers answers, Slot slot, String name, String code) {
        String digits = answers.text(slot.part(code));
        return answers.text(slot.part(name)) + (digits.isEmpty() ? "" : " (" + digits + ")");
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        return BankAccountPartial.of(slot, asked);
    }
}
