package town.machi.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import town.machi.platform.town.TownFolderFault;

/// A start that fails for a reason the operator can mend says so in a sentence, without a stack trace.
class PlainFailure extends AbstractFailureAnalyzer<RuntimeException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, RuntimeException cause) {
        Throwable fault = findCause(rootFailure, CannotStart.class);
        if (fault == null) {
            fault = findCause(rootFailure, TownFolderFault.class);
        }
        return fault == null ? null : new FailureAnalysis(String.valueOf(fault.getMessage()), null, fault);
    }
}
