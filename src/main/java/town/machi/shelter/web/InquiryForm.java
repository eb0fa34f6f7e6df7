package town.machi.shelter.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Graphemes;
import town.machi.kernel.Kana;
import town.machi.kernel.Wareki;
import town.machi.shelter.DisasterId;
import town.machi.shelter.inquiry.Inquiry;
import town.machi.shelter.inquiry.Proof;
import town.machi.shelter.inquiry.Relation;

/// Reads what was typed for a 安否照会.
final class InquiryForm {

    private static final int LONGEST = 200;

    private final Map<String, String> typed;
    private final List<String> faults = new ArrayList<>();

    InquiryForm(Map<String, String> typed) {
        this.typed = typed;
    }

    List<String> faults() {
        return faults;
    }

    /// @return null when there are faults
    @Nullable
    Inquiry read(UUID id, DisasterId disaster) {
        Optional<Relation> relation = chosen(Relation.values(), "relation", "続柄を選んでください。");
        Optional<Proof> proof = chosen(Proof.values(), "proof", "本人確認をどうしたかを選んでください。");
        String asker = needed("asker", "たずねる人の氏名を書いてください。");
        String address = needed("askerAddress", "たずねる人の住所を書いてください。");
        String reason = needed("reason", "照会の理由を書いてください。");
        Inquiry.Sought sought = sought();
        if (!faults.isEmpty() || relation.isEmpty() || proof.isEmpty()) {
            return null;
        }
        var who = new Inquiry.Asker(asker, address, text("askerPhone"), relation.get(), proof.get());
        return new Inquiry(id, disaster, who, sought, reason);
    }

    private Inquiry.Sought sought() {
        String kana = text("kana");
        if (kana.isEmpty() || !Kana.isKana(kana)) {
            faults.add("探している人のフリガナを、かなで書いてください。");
        }
        LocalDate birth = birth();
        if (birth == null && text("address").length() < 4 && faults.stream().noneMatch(each -> each.contains("生年月日"))) {
            faults.add("探している人の生年月日か住所（大字から）を書いてください。");
        }
        return new Inquiry.Sought(text("name"), Kana.normalised(kana), birth, text("address"));
    }

    private @Nullable LocalDate birth() {
        String plain = text("birth");
        if (plain.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = Wareki.parse(plain).findValue();
        if (day.isEmpty()) {
            faults.add("生年月日が読めません。昭和30年4月1日 や 1955-04-01 のように書いてください。");
        }
        return day.orElse(null);
    }

    private <E extends Enum<E>> Optional<E> chosen(E[] all, String field, String fault) {
        Optional<E> found = Arrays.stream(all)
                .filter(each -> each.name().equals(text(field)))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(fault);
        }
        return found;
    }

    private String needed(String field, String fault) {
        String text = text(field);
        if (text.isEmpty()) {
            faults.add(fault);
        }
        return text;
    }

    private String text(String field) {
        String plain = Graphemes.trimmed(typed.getOrDefault(field, ""));
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
