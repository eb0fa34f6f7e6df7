package town.machi.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a case's history. It never changes.
///
/// @param revision of the case after it; notes, links and messages leave the revision as it was
/// @param actor kind and id: `staff:…`, `resident:…`, `system:deadlines`
/// @param place what it moved, where it moved something
/// @param words reason, note or message, as typed; empty where there are none
/// @param fields paths that were opened, corrected or not taken in
/// @param changes answers that a correction replaced
/// @param request the client-made id of the request, where one brought it about
public record CaseEvent(
        UUID id,
        CaseId caseId,
        int revision,
        Instant at,
        Kind kind,
        String actor,
        Place place,
        String words,
        Set<String> fields,
        List<Change> changes,
        @Nullable UUID request) {

    /// What kind of thing happened. Stored by name.
    public enum Kind {
        OPENED("受け付けました"),
        MOVED("処理しました"),
        CORRECTED("補正が届きました"),
        CORRECTION_LATE("補正が届きましたが、受け付けていません"),
        WITHDRAWN("取り下げられました"),
        WITHDRAWAL_LATE("取下げの申し出が届きましたが、受け付けていません"),
        ASSIGNED("担当を決めました"),
        HANDED_OVER("ほかの課へ渡しました"),
        LINKED("関連する案件をつなぎました"),
        UNLINKED("関連をはずしました"),
        NOTED("メモ"),
        TOLD("住民へのお知らせ"),
        RAN_OUT("期限が切れました"),
        EXTENDED("決定の期限を延ばしました"),
        DRAFTED("起案しました"),
        APPROVED("承認しました"),
        DECIDED("決裁しました"),
        GIVEN_BACK("差し戻しました"),
        DRAFT_WITHDRAWN("起案を取り下げました"),
        DRAFT_LAPSED("案件が動いたので、起案を取りやめました"),
        CONFIRMED("後閲しました"),
        DECIDED_ELSEWHERE("ほかで決裁した文書番号を入れました");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// @param act id of the act
    /// @param fromState state, section or member of staff before; null where nothing moved
    /// @param toState the same after
    public record Place(
            @Nullable String act,
            @Nullable String fromState,
            @Nullable String toState,
            @Nullable String fromSection,
            @Nullable String toSection) {

        public static final Place NOWHERE = new Place(null, null, null, null, null);

        public static Place of(@Nullable String act, CaseState from, CaseState to) {
            return new Place(act, from.id(), to.id(), null, null);
        }
    }

    /// @param before null where there was no answer
    /// @param after null where the answer was taken away
    public record Change(
            String path, @Nullable String before, @Nullable String after) {}

    public Optional<String> act() {
        return Optional.ofNullable(place.act());
    }
}
