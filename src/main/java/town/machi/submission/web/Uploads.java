package town.machi.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import town.machi.form.FieldFault;
import town.machi.form.Slot;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.platform.Files;
import town.machi.platform.NewFile;
import town.machi.platform.RateLimits;
import town.machi.platform.Storing;
import town.machi.submission.SubmissionProblem;
import town.machi.submission.draft.Course;
import town.machi.submission.draft.Draft;
import town.machi.submission.draft.Drafts;

/// Takes in files, alone or with their page.
@Component
class Uploads {

    private static final int MOST_AN_HOUR = 100;

    private final Drafts drafts;
    private final Files files;
    private final RateLimits limits;

    Uploads(Drafts drafts, Files files, RateLimits limits) {
        this.drafts = drafts;
        this.files = files;
        this.limits = limits;
    }

    /// Those that came with a page, each into its question.
    ///
    /// @return why some were not taken
    List<FieldFault> take(Draft draft, String page, HttpServletRequest request) throws IOException {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (multipart == null) {
            return List.of();
        }
        List<FieldFault> refused = new ArrayList<>();
        for (Map.Entry<String, List<MultipartFile>> box :
                multipart.getMultiFileMap().entrySet()) {
            for (MultipartFile file : box.getValue()) {
                if (!file.isEmpty()) {
                    findSlot(draft, page, box.getKey())
                            .flatMap(slot -> store(draft, page, slot, file))
                            .ifPresent(refused::add);
                }
            }
        }
        return refused;
    }

    private Optional<Slot> findSlot(Draft draft, String page, String path) {
        return drafts.course(draft)
                .journey()
                .find(page)
                .flatMap(step -> Course.findSlot(step, path))
                .filter(slot -> slot.question().type().equals("file"));
    }

    /// Stores one file and puts it into its question.
    Optional<FieldFault> store(Draft draft, String page, Slot slot, MultipartFile file) {
        if (!limits.tryTake("submission.upload", draft.id().toString(), MOST_AN_HOUR, Duration.ofHours(1))) {
            throw new ProblemException(SubmissionProblem.TOO_MANY_FILES);
        }
        LocalDate until = draft.times()
                .expiresAt()
                .atZone(BusinessCalendar.TOKYO)
                .toLocalDate()
                .plusDays(1);
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return switch (files.store(new NewFile(content, name, draft.owner(), until))) {
                case Storing.Stored(var stored) -> {
                    drafts.hold(draft.id(), page, slot, stored.id().toString());
                    yield Optional.empty();
                }
                case Storing.Refused(var refusal) -> Optional.of(FieldFault.of(slot.path(), refusal));
            };
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
