package town.machi.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Not in the public zone of a town that is cut in two (`MACHI_ZONE=public`): it speaks of what only the inner zone
/// knows, and outside it would say that there is nothing.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(InsideOnly.NotOutside.class)
public @interface InsideOnly {

    /// Whether this node is not in the public zone.
    final class NotOutside implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("machi.zone", "whole").equalsIgnoreCase("public");
        }
    }
}
