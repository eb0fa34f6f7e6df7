package town.machi.messaging.line;

import org.springframework.stereotype.Component;

/// The lanes of the LINE side, each on a thread of its own: news to many, messages to one, what is told, pictures,
/// and the rich menu.
@Component
public class LineLanes {

    private final CallDispatcher calls;
    private final PushDispatcher pushes;
    private final EventWorker events;
    private final PictureFetcher pictures;
    private final MenuKeeper menus;

    LineLanes(
            CallDispatcher calls,
            PushDispatcher pushes,
            EventWorker events,
            PictureFetcher pictures,
            MenuKeeper menus) {
        this.calls = calls;
        this.pushes = pushes;
        this.events = events;
        this.pictures = pictures;
        this.menus = menus;
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

    public void showMenu() {
        menus.showWanted();
    }
}
