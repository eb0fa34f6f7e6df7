package town.machi.document;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import town.machi.document.pdf.Block;
import town.machi.document.pdf.Paper;
import town.machi.document.template.DocumentTemplate;

/// A letter written after its 様式, as blocks of a paper.
final class LetterPaper {

    private final DocumentTemplate template;
    private final Map<String, String> values;

    /// @param values all that the template needs, the standard ones too
    LetterPaper(DocumentTemplate template, Map<String, String> values) {
        this.template = template;
        this.values = values;
    }

    /// @param mayor null when the town has not told its name: then there is a line to write it on
    /// @param seal 印影 as PNG; null where the template needs none
    record Signature(String town, @Nullable String mayor, String sectionLine, byte @Nullable [] seal) {}

    /// @param number null for papers without one
    /// @param proof null for a draft, which nobody can verify
    record Stamp(
            @Nullable String number, String date, @Nullable Proof proof, Instant madeAt) {

        boolean isDraft() {
            return proof == null;
        }
    }

    record Proof(VerificationCode code, URI at) {}

    Paper paper(Signature signature, Stamp stamp, List<EntryGroup> details) {
        String title = fill(template.title());
        List<Block> blocks = new ArrayList<>();
        if (stamp.isDraft()) {
            blocks.add(new Block.Centred("【案】決裁の前の下書きです。まだ効力はありません。"));
        }
        blocks.add(new Block.Dateline(
                stamp.number() == null ? List.of(stamp.date()) : List.of(stamp.number(), stamp.date())));
        if (!template.to().isEmpty()) {
            blocks.add(new Block.Addressee(fill(template.to()).lines().toList()));
        }
        if (!template.from().isEmpty()) {
            blocks.add(new Block.Sender(
                    fill(template.from()),
                    signature.mayor(),
                    below(signature),
                    stamp.isDraft() ? new Block.Seal.None() : seal(signature)));
        }
        blocks.add(new Block.Title(title));
        template.parts().forEach(part -> blocks.addAll(blocks(part, details)));
        Proof proof = stamp.proof();
        if (template.verifiable() && proof != null) {
            blocks.add(proof(signature.town(), proof));
        }
        String reference = stamp.number() == null ? "" : stamp.number();
        return new Paper(stamp.isDraft() ? "（案）" + title : title, reference, signature.town(), stamp.madeAt(), blocks);
    }

    private Block.Seal seal(Signature signature) {
        byte[] print = signature.seal();
        return switch (template.seal()) {
            case NONE, OMITTED -> new Block.Seal.None();
            case PRESSED -> new Block.Seal.Room();
            case PRINTED -> print == null ? new Block.Seal.Room() : new Block.Seal.Print(print);
        };
    }

    private List<String> below(Signature signature) {
        List<String> lines = new ArrayList<>();
        if (template.seal() == DocumentTemplate.Seal.OMITTED) {
            lines.add("（公印省略）");
        }
        lines.add(signature.sectionLine());
        return lines;
    }

    private List<Block> blocks(DocumentTemplate.Part part, List<EntryGroup> details) {
        return switch (part) {
            case DocumentTemplate.Part.Text text -> List.of(new Block.Paragraph(fill(text.text())));
            case DocumentTemplate.Part.Centre centre -> List.of(new Block.Centred(fill(centre.text())));
            case DocumentTemplate.Part.Rows rows -> {
                List<Block.Row> filled = new ArrayList<>();
                rows.rows()
                        .forEach((label, value) -> filled.add(
                                value.isEmpty()
                                        ? Block.Row.forPen(fill(label))
                                        : Block.Row.of(fill(label), fill(value))));
                yield List.of(new Block.Rows("", filled));
            }
            case DocumentTemplate.Part.Details ignored ->
                details.stream().<Block>map(CopyPaper::rows).toList();
            case DocumentTemplate.Part.Remedy _ -> {
                List<Block> told = new ArrayList<>();
                told.add(new Block.Centred("教示"));
                fill("{" + DocumentTemplate.REMEDY + "}").lines().forEach(line -> told.add(new Block.Paragraph(line)));
                yield told;
            }
            case DocumentTemplate.Part.Remarks remarks ->
                List.of(new Block.Remarks(
                        remarks.texts().stream().map(this::fill).toList()));
        };
    }

    private static Block proof(String town, Proof proof) {
        return new Block.Proof(
                proof.code().format(), proof.at().toString(), "この文書が" + town + "の発行したものであることは、次のページに確認番号を入れると確かめられます。");
    }

    private String fill(String text) {
        return DocumentTemplate.fill(text, values);
    }
}
