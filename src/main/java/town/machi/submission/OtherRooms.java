package town.machi.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.FieldFault;

/// What later rooms have to say when something is filed.
@Component
record OtherRooms(ObjectProvider<FilingClaim> claims, ObjectProvider<FiledTogether> together) {

    List<Filing> alsoFiled(Filing filing, Answers answers) {
        return together.stream()
                .flatMap(room -> room.alsoFiled(filing, answers).stream())
                .toList();
    }

    List<FieldFault> asAsked(Filing also, List<FieldFault> faults) {
        List<FieldFault> said = faults;
        for (FiledTogether room : together.stream().toList()) {
            said = room.asAsked(also, said);
        }
        return said;
    }

    /// Takes what the filing needs. Where a room refuses, [#release] gives back what others took for it.
    List<FieldFault> claim(Filing filing, Answers answers) {
        List<FieldFault> faults = new ArrayList<>();
        claims.stream().forEach(claim -> faults.addAll(claim.claim(filing, answers)));
        return faults;
    }

    void release(UUID submission) {
        claims.stream().forEach(claim -> claim.release(submission));
    }
}
