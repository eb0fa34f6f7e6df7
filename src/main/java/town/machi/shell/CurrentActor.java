package town.machi.shell;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;

/// Who is doing this: the principal of the request, or nobody in particular.
@Component
public class CurrentActor {

    public Actor get() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        return new Actor.Anonymous();
    }
}
