package town.machi.identity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.identity.SettingChanges;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.platform.Settings;
import town.machi.platform.Settings.Setting;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.ShellProblem;

/// What the town has decided, for administrators ([OfficeSecurity]): each setting with its value, who changed it and
/// when. A change carries how many changes its sender had seen.
@Controller
@RequestMapping(SettingsController.PATH)
class SettingsController {

    static final String PATH = "/office/settings";

    private final Settings settings;
    private final SettingPages pages;
    private final SettingChanges changes;
    private final CurrentActor current;

    SettingsController(Settings settings, SettingPages pages, SettingChanges changes, CurrentActor current) {
        this.settings = settings;
        this.pages = pages;
        this.changes = changes;
        this.current = current;
    }

    @GetMapping
    Reply list(@RequestParam(required = false) @Nullable String done) {
        return pages.list(done);
    }

    @GetMapping("/{name:[a-z][a-z0-9.-]{0,80}}")
    Reply show(@PathVariable String name) {
        return pages.page(known(name), null, null);
    }

    @PostMapping("/{name:[a-z][a-z0-9.-]{0,80}}")
    Reply change(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "0") int seen) {
        Setting setting = known(name);
        return changes.change(Actor.requireStaff(current.get()), name, value, seen)
                .<Reply>map(why -> pages.page(setting, value, why))
                .orElseGet(() -> new Redirect(PATH + "?done=" + name + "#" + name));
    }

    private Setting known(String name) {
        return settings.list().stream()
                .filter(setting -> setting.declaration().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ShellProblem.NO_SUCH_PAGE));
    }
}
