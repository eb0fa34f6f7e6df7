package town.machi.demo.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import town.machi.demo.DemoLine;
import town.machi.demo.line.LineMenus;
import town.machi.demo.line.LinePhone;
import town.machi.demo.line.LinePhones;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.ProblemException;
import town.machi.messaging.Districts;
import town.machi.shell.Redirect;

/// The telephones of the demo's residents: what the town sends, and what they say back.
@Controller
@ConditionalOnBooleanProperty("machi.demo")
class PhonesController {

    private final DemoLine line;
    private final Districts districts;

    PhonesController(DemoLine line, Districts districts) {
        this.line = line;
        this.districts = districts;
    }

    @GetMapping("/demo/phones")
    PhonesPage phones() {
        List<PhonesPage.Phone> phones = new ArrayList<>();
        List<LinePhone> all = telephones().list();
        for (int i = 0; i < all.size(); i++) {
            phones.add(phone(i + 1, all.get(i)));
        }
        return new PhonesPage(phones, districts.list());
    }

    private PhonesPage.Phone phone(int number, LinePhone phone) {
        List<PhonesPage.Line> lines =
                phone.bubbles().stream().map(PhoneLines::line).toList();
        List<PhonesPage.Choice> menu = new ArrayList<>();
        var shown = line.platform().menus().shownTo(phone.user());
        shown.ifPresent(each -> each.definition()
                .path("areas")
                .forEach(area -> PhoneLines.choice(area.path("action")).ifPresent(menu::add)));
        return new PhonesPage.Phone(
                number,
                phone.name(),
                phone.isFriend(),
                lines,
                PhoneLines.quickReplies(phone),
                menu,
                shown.filter(each -> each.picture().isPresent())
                        .map(LineMenus.Menu::id)
                        .orElse(""));
    }

    /// @param shown LINE's id of the menu, so that the browser fetches another one when it was switched
    @GetMapping("/demo/phones/menu/{shown}")
    ResponseEntity<byte[]> menu(@PathVariable String shown) {
        return line.platform().menus().list().stream()
                .filter(menu -> menu.id().equals(shown))
                .flatMap(menu -> menu.picture().stream())
                .findFirst()
                .map(picture ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(picture))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/demo/phones/{number}/type")
    Redirect type(@PathVariable int number, @RequestParam String text) {
        if (!text.isBlank()) {
            telephones().type(user(number), text.strip());
        }
        return back(number);
    }

    @PostMapping("/demo/phones/{number}/tap")
    Redirect tap(@PathVariable int number, @RequestParam String data, @RequestParam(defaultValue = "") String said) {
        telephones().tap(user(number), data, said);
        return back(number);
    }

    @PostMapping("/demo/phones/{number}/place")
    Redirect place(@PathVariable int number, @RequestParam String district) {
        districts
                .find(district)
                .ifPresent(there -> telephones()
                        .sendPlace(
                                user(number),
                                there.name(),
                                there.place().latitude(),
                                there.place().longitude()));
        return back(number);
    }

    @PostMapping("/demo/phones/{number}/photo")
    Redirect photo(@PathVariable int number, @RequestParam @Nullable MultipartFile photo) throws IOException {
        if (photo != null && !photo.isEmpty()) {
            telephones().sendPicture(user(number), photo.getBytes());
        }
        return back(number);
    }

    @PostMapping("/demo/phones/{number}/friend")
    Redirect friend(@PathVariable int number, @RequestParam boolean yes) {
        if (yes) {
            telephones().follow(user(number));
        } else {
            telephones().block(user(number));
        }
        return back(number);
    }

    private LinePhones telephones() {
        return line.platform().phones();
    }

    private String user(int number) {
        List<LinePhone> all = telephones().list();
        if (number < 1 || number > all.size()) {
            throw new ProblemException(KernelProblem.NOT_FOUND);
        }
        return all.get(number - 1).user();
    }

    private static Redirect back(int number) {
        return new Redirect("/demo/phones#phone-" + number);
    }
}
