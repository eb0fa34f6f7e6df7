package town.machi.shelter.entrance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import town.machi.shelter.jdbc.DeskPackageRows;
import town.machi.shelter.jdbc.KeyRows;

/// Puts together what a desk has to know so that it can work without a line.
@Component
public class DeskPackages {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final DeskPackageRows rows;
    private final KeyRows keys;
    private final TownSignature signature;

    /// What was signed once is not signed again: by the text.
    private final Map<String, String> signed = new ConcurrentHashMap<>();

    DeskPackages(DeskPackageRows rows, KeyRows keys, TownSignature signature) {
        this.rows = rows;
        this.keys = keys;
        this.signature = signature;
    }

    public DeskPackage packageFor(DeskDevice desk) {
        return new DeskPackage(
                rows.shelter(desk.shelter()),
                rows.opening(desk.shelter()).orElse(null),
                rows.others(desk.shelter()),
                signature.publicKeys().stream()
                        .map(key -> BASE64.encodeToString(key.getEncoded()))
                        .toList(),
                BASE64.encodeToString(keys.exchangeKey(desk.shelter())),
                paper(desk));
    }

    /// The openings whose names the desk must let go.
    public List<UUID> forgotten(DeskDevice desk) {
        return rows.forgotten(desk.shelter());
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
