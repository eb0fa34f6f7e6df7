package town.machi.shelter.web;

import town.machi.shell.Template;

/// A household takes back what it left with the town.
///
/// @param wrong whether nothing was left under the number that was typed
/// @param done whether it is gone
record TakeBackPage(String typed, boolean wrong, boolean done) implements Template {

    @Override
    public int status() {
        return wrong ? 422 : 200;
    }
}
