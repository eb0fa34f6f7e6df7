package town.machi.shelter.entrance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import town.machi.shelter.jdbc.DeskPackageRows;
import town.machi.shelter.jdbc.KeyRows;

/// Puts together what a desk has to know so that it can work without a line.
@Component
public class DeskPackages {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final DeskPackageRows rows;
    private final KeyRows keys;
    private final TownSignature signature;
    private final JsonMapper json;

    /// What was signed once is not signed again: by the text.
    private final Map<String, String> signed = new ConcurrentHashMap<>();

    DeskPackages(DeskPackageRows rows, KeyRows keys, TownSignature signature, JsonMapper json) {
        this.rows = rows;
        this.keys = keys;
        this.signature = signature;
        this.json = json;
    }

    /// @param version tells whether there is a newer one
    public record Packed(String version, DeskPackage content) {}

    /// For a desk that has none yet.
    public Packed packageFor(DeskDevice desk) {
        DeskPackage content = content(desk.shelter());
        return packed(desk, content, text(content));
    }

    /// What the desks of a shelter have to know alike.
    DeskPackage content(UUID shelter) {
        return new DeskPackage(
                rows.shelter(shelter),
                rows.opening(shelter).orElse(null),
                rows.others(shelter),
                signature.publicKeys().stream()
                        .map(key -> BASE64.encodeToString(key.getEncoded()))
                        .toList(),
                BASE64.encodeToString(keys.exchangeKey(shelter)),
                DeskPackage.Paper.NONE);
    }

    String text(DeskPackage content) {
        return json.writeValueAsString(content);
    }

    /// The version says nothing of the signature, which is another each time.
    Packed packed(DeskDevice desk, DeskPackage content, String text) {
        DeskPackage.Paper paper = paper(desk);
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update(paper.text().getBytes(StandardCharsets.UTF_8));
        return new Packed(HexFormat.of().toHexDigits((int) sum.getValue()), content.with(paper));
    }

    private DeskPackage.Paper paper(DeskDevice desk) {
        String text = String.join(
                " ",
                List.of(
                        "machi-desk",
                        desk.id().toString(),
                        desk.shelter().toString(),
                        BASE64.encodeToString(desk.publicKey())));
        return new DeskPackage.Paper(text, signed.computeIfAbsent(text, this::sign));
    }

    private String sign(String text) {
        return BASE64.encodeToString(signature.sign(text.getBytes(StandardCharsets.UTF_8)));
    }
}
