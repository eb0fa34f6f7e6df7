package town.machi.messaging.web;

import town.machi.shell.Template;

/// Between the talk and the town's page.
///
/// @param open false: the link was used, or is too old
record FriendLinkPage(String token, boolean open) implements Template {

    @Override
    public int status() {
        return open ? 200 : 410;
    }
}
