package town.machi.alert.jma;

import java.util.List;
import java.util.Set;

/// The codes of the areas that the town lies in, from `alerts/rules.yaml`.
///
/// @param warning for warnings, the smallest first: 4348200 芦北町, 430032, 430030, 430000
/// @param quake of the town and its region: 4348200, 743
/// @param tsunami 712 有明・八代海
/// @param rivers of 指定河川洪水予報: 予報区域 or 河川; empty where the town has not told us
public record Areas(List<String> warning, Set<String> quake, Set<String> tsunami, Set<String> rivers) {

    /// The town itself.
    String town() {
        return warning.isEmpty() ? "" : warning.getFirst();
    }
}
