package town.machi.alert;

import java.time.Instant;
import java.util.Optional;

/// What makes an order the mayor's. Source: 災害対策基本法 56条, 60条.
///
/// @param deciderTitle 町長, or 職務代理者
/// @param deciderName of that person
/// @param decidedAt when it was decided
/// @param issuedAt when it was issued; empty until it is sent
/// @param grounds why, in a sentence
/// @param households how many it concerns; empty: 未設定
/// @param people how many it concerns; empty: 未設定
public record MayorOrder(
        String deciderTitle,
        String deciderName,
        Instant decidedAt,
        Optional<Instant> issuedAt,
        String grounds,
        Optional<Integer> households,
        Optional<Integer> people) {

    public static final String MAYOR = "町長";
    public static final String DEPUTY = "職務代理者";

    public MayorOrder issued(Instant at) {
        return issuedAt.isPresent()
                ? this
                : new MayorOrder(deciderTitle, deciderName, decidedAt, Optional.of(at), grounds, households, people);
    }
}
