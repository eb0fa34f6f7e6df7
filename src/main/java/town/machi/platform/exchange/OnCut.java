package town.machi.platform.exchange;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// `MACHI_ZONE` is `public` or `inner`.
final class OnCut implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().getProperty("machi.zone", "whole").equalsIgnoreCase("whole");
    }
}
