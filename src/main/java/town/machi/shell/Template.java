package town.machi.shell;

/// The typed model of one jte template. A record `casework.web.InboxPage implements Template` is
/// rendered by `src/main/jte/casework/web/InboxPage.jte`; a controller method just returns it.
///
/// Names end in `Page` (a whole page, the template calls a layout), `Partial` or `Fragment` (a piece
/// of a page, no layout). Every template begins with
/// ```
/// @param town.machi.shell.Frame frame
/// @param XxxPage page
/// ```
public non-sealed interface Template extends Reply {

    /// The HTTP status of the answer; 422 for a form that is shown again with its errors.
    default int status() {
        return 200;
    }

    /// Whether a cache in front of the town may keep the page. Only for pages that are the same for
    /// everybody and hold nothing about a person.
    default Caching caching() {
        return Caching.NEVER;
    }

    /// How long an answer may be kept, and by whom.
    enum Caching {
        /// Not at all: `no-store`. Everything that is somebody's.
        NEVER,
        /// By anybody for a minute, with an ETag; while the town does not answer, for an hour.
        PUBLIC
    }
}
