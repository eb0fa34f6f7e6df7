package town.machi.shell.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Template;

/// Lets controller methods return a [Reply].
@Component
class ReplyReturnValues implements HandlerMethodReturnValueHandler {

    private final Engine engine;
    private final Frames frames;

    ReplyReturnValues(Engine engine, Frames frames) {
        this.engine = engine;
        this.frames = frames;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Reply.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returnValue,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request) {
        switch ((Reply) Objects.requireNonNull(returnValue, "a page")) {
            case Template page -> container.setView(new TemplateView(page, engine, frames));
            case Redirect to -> {
                container.setRequestHandled(true);
                var response = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", to.path());
                response.setHeader("Cache-Control", "no-store");
            }
        }
    }
}
