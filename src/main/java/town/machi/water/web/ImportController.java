package town.machi.water.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;
import town.machi.shell.Reply;
import town.machi.water.register.Importing;
import town.machi.water.register.PointColumn;

/// Takes a file into the register: looked at first, then all or nothing.
@Controller
class ImportController {

    private static final String PATH = RegisterController.PATH + "/import";

    private final Importing importing;
    private final WaterAccess access;
    private final Ids ids;

    ImportController(Importing importing, WaterAccess access, Ids ids) {
        this.importing = importing;
        this.access = access;
        this.ids = ids;
    }

    @GetMapping(PATH)
    Reply form() {
        access.staff();
        return page(null, false, null);
    }

    @PostMapping(PATH)
    Reply look(@Nullable MultipartFile file, @RequestParam UUID onceId) throws IOException {
        Actor.Staff staff = access.staff();
        if (file == null || file.isEmpty()) {
            return page(null, false, "CSVファイルを選んでください。");
        }
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("register.csv");
        return page(importing.look(onceId, name, file.getBytes(), staff), false, null);
    }

    @PostMapping(PATH + "/take")
    Reply take(@RequestParam UUID onceId) {
        Optional<Importing.Plan> taken = importing.take(onceId, access.staff());
        return taken.<Reply>map(plan -> page(plan, plan.isSound(), null))
                .orElseGet(() -> page(null, false, "このファイルはもう取り込んだか、期限が過ぎました。一覧を確かめて、要るときはもう一度選んでください。"));
    }

    private ImportPage page(Importing.@Nullable Plan plan, boolean done, @Nullable String sentence) {
        List<String> required = Arrays.stream(PointColumn.values())
                .filter(PointColumn::isRequired)
                .map(PointColumn::label)
                .toList();
        return new ImportPage(PointColumn.labels(), required, ids.next(), plan, done, sentence);
    }
}
