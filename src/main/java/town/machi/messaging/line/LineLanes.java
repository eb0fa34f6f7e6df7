package town.machi.messaging.line;

import org.springframework.stereotype.Component;

/// The four lanes of the LINE side, each on a thread of its own: news to many, messages to one, what is told, pictures.
@Component
public class LineLanes {

    private final CallDispatcher calls;
    private final PushDispatcher pushes;
    private final EventWorker events;
    private final PictureFetcher pictures;

    LineLanes(CallDispatcher calls, PushDispatcher pushes, EventWorker events, PictureFetcher pictures) {
        this.calls = calls;
        this.pushes = pushes;
        this.events = events;
        this.pictures = pictures;
    }

    public void callAllDue() {
        calls.callAllDue();
    }

    public void pushAllDue() {
        pushes.pushAllDue();
    }

    public void hearAllDue() {
        events.doAllDue();
    }

    public void fetchAllDue() {
        pictures.fetchAllDue();
    }
}
