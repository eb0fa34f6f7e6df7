package town.machi.casework.grant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.casework.Transfer;
import town.machi.casework.TransferRun;
import town.machi.platform.Settings;

/// The data as the finance system reads it.
@Component
public class PaymentFiles {

    /// The settings of whoever pays.
    private static final String PREFIX = "payment.";

    public static final List<String> CSV = List.of(
            "支払データ番号", "振込指定日", "受付番号", "氏名", "金額（円）", "銀行番号", "銀行名", "支店番号", "支店名", "預金種目", "口座番号", "口座名義（カナ）");

    private static final Map<String, String> KINDS = Map.of("ordinary", "普通", "current", "当座", "savings", "貯蓄");

    private final Settings settings;

    PaymentFiles(Settings settings) {
        this.settings = settings;
    }

    /// @param faults why it cannot be written; empty: it can
    public record Zengin(byte[] bytes, List<String> faults) {}

    public Zengin zengin(TransferRun run, List<Transfer> transfers) {
        Map<String, Settings.Setting> known = settings.list().stream()
                .filter(setting -> setting.declaration().name().startsWith(PREFIX))
                .collect(Collectors.toMap(setting -> setting.declaration().name(), Function.identity()));
        List<String> missing = Stream.of(
                        "consignor-code",
                        "consignor-name",
                        "bank-code",
                        "bank-name",
                        "branch-code",
                        "branch-name",
                        "number")
                .filter(name -> find(known, name).isEmpty())
                .map(name -> Optional.ofNullable(known.get(PREFIX + name))
                        .map(setting -> setting.declaration().label())
                        .orElse(PREFIX + name))
                .map(label -> "設定「" + label + "」が未設定です。管理者に、設定の画面で入れてもらってください。")
                .toList();
        if (!missing.isEmpty()) {
            return new Zengin(new byte[0], missing);
        }
        Function<String, String> value = name -> find(known, name).orElseThrow();
        ZenginFile.Consignor from = new ZenginFile.Consignor(
                value.apply("consignor-code"),
                value.apply("consignor-name"),
                value.apply("bank-code"),
                value.apply("bank-name"),
                value.apply("branch-code"),
                value.apply("branch-name"),
                value.apply("number"));
        ZenginFile.Result written = ZenginFile.write(from, run.payOn(), transfers);
        return new Zengin(written.bytes(), written.faults());
    }

    private static Optional<String> find(Map<String, Settings.Setting> known, String name) {
        return Optional.ofNullable(known.get(PREFIX + name)).flatMap(Settings.Setting::value);
    }

    public Stream<List<String>> rows(TransferRun run, List<Transfer> transfers) {
        return transfers.stream()
                .map(transfer -> List.of(
                        Long.toString(run.number()),
                        run.payOn().toString(),
                        transfer.receipt().format(),
                        transfer.name(),
                        String.format(Locale.ROOT, "%d", transfer.yen().amount()),
                        transfer.account().bankCode(),
                        transfer.account().bank(),
                        transfer.account().branchCode(),
                        transfer.account().branch(),
                        kind(transfer.account()),
                        transfer.account().number(),
                        transfer.account().holder()));
    }

    public static String kind(Transfer.Account account) {
        return KINDS.getOrDefault(account.kind(), account.kind());
    }
}
