package town.machi.identity.posting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import town.machi.identity.StaffMember;
import town.machi.identity.posting.PostingFile.Fault;
import town.machi.identity.posting.PostingFile.Row;
import town.machi.identity.posting.PostingLine.Kind;
import town.machi.kernel.Role;
import town.machi.kernel.Seat;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.messaging.Mail;
import town.machi.platform.Position;
import town.machi.platform.Section;

/// What the rows of a transfer mean, and everything that is wrong with them. Pure.
public final class PostingCheck {

    private static final Set<Role> OF_A_SECTION = Set.of(Role.RECEPTION, Role.HANDLER, Role.DECIDER);

    private final Hall hall;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();

    private PostingCheck(Hall hall) {
        this.hall = hall;
    }

    /// The hall as it is now.
    ///
    /// @param staff all but those who are gone
    /// @param by the administrator who loads the file
    /// @param ids for those who join
    public record Hall(
            List<Section> sections,
            List<Position> positions,
            List<StaffMember> staff,
            StaffId by,
            Supplier<StaffId> ids) {

        Optional<StaffMember> find(String mail) {
            return staff.stream()
                    .filter(member -> member.mail().equals(mail.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /// @param faults with any, nothing of it is done
    public record Plan(List<PostingLine> lines, List<Fault> faults) {

        public boolean isSound() {
            return faults.isEmpty();
        }
    }

    public static Plan check(PostingFile.Read read, Hall hall) {
        PostingCheck check = new PostingCheck(hall);
        check.faults.addAll(read.faults());
        List<PostingLine> lines = new ArrayList<>();
        for (Row row : read.rows()) {
            (read.renames() ? check.renamed(row) : check.person(row)).ifPresent(lines::add);
        }
        if (check.faults.isEmpty()) {
            check.whole(lines);
        }
        return new Plan(lines, List.copyOf(check.faults));
    }

    private Optional<PostingLine> renamed(Row row) {
        Optional<SectionId> section = section(row, row.cell("課"));
        String name = row.cell("新しい名前");
        if (name.isEmpty() || name.length() > 60) {
            fault(row, "新しい名前を、60字までで書いてください。");
            return Optional.empty();
        }
        boolean taken = hall.sections().stream()
                .anyMatch(other -> other.name().equals(name) && !section.equals(Optional.of(other.id())));
        if (taken) {
            fault(row, "「" + name + "」という課は、もうあります。");
        }
        section.ifPresent(id -> once(row, id.value(), "課「" + id + "」"));
        return section.map(id ->
                new PostingLine(row.line(), Kind.RENAMES, Optional.empty(), name, "", Set.of(id), Set.of(), Set.of()));
    }

    private Optional<PostingLine> person(Row row) {
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(one -> one != Kind.RENAMES && one.label().equals(row.cell("異動")))
                .findFirst();
        if (kind.isEmpty()) {
            fault(row, "異動の欄「" + row.cell("異動") + "」は読めません。異動、退職、採用 のどれかを書いてください。");
        }
        String mail = row.cell("メール").toLowerCase(Locale.ROOT);
        if (!Mail.isAddress(mail)) {
            fault(row, "メールアドレス「" + row.cell("メール") + "」は読めません。");
            return Optional.empty();
        }
        once(row, mail, mail);
        Set<SectionId> sections = sections(row);
        Set<Role> roles = roles(row);
        Set<Seat> seats = seats(row, sections);
        return kind.flatMap(known -> staff(row, known, mail)
                .flatMap(who -> line(
                        new PostingLine(
                                row.line(), known, Optional.of(who), row.cell("氏名"), mail, sections, roles, seats),
                        row)));
    }

    private Optional<PostingLine> line(PostingLine line, Row row) {
        boolean leaves = line.kind() == Kind.LEAVES;
        boolean holds = !line.sections().isEmpty()
                || !line.roles().isEmpty()
                || !line.seats().isEmpty();
        if (leaves && holds) {
            fault(row, "退職の行の課・役割・職は、空にしてください。");
        } else if (!leaves && line.roles().isEmpty()) {
            fault(row, "役割を一つ以上書いてください（受付・担当・決裁・管理者・監査）。");
        } else if (line.sections().isEmpty() && line.roles().stream().anyMatch(OF_A_SECTION::contains)) {
            fault(row, "受付・担当・決裁の役割には、課が要ります。");
        }
        return Optional.of(line);
    }

    private Optional<StaffId> staff(Row row, Kind kind, String mail) {
        Optional<StaffMember> member = hall.find(mail);
        String name = row.cell("氏名");
        if (name.isEmpty()) {
            fault(row, "氏名を書いてください。");
        } else if (kind == Kind.JOINS && member.isPresent()) {
            fault(row, mail + " は、もう職員として登録されています。異動 と書いてください。");
        } else if (kind != Kind.JOINS && member.isEmpty()) {
            fault(row, mail + " の職員はいません。新しい人なら 採用 と書いてください。");
        } else if (member.isPresent() && !plain(member.get().name()).equals(plain(name))) {
            fault(row, mail + " は「" + member.get().name() + "」さんです。氏名が違います。");
        } else if (member.isPresent() && member.get().id().equals(hall.by())) {
            fault(row, "自分の異動は、ほかの管理者が読み込んでください。");
        }
        return kind == Kind.JOINS ? Optional.of(hall.ids().get()) : member.map(StaffMember::id);
    }

    private Set<SectionId> sections(Row row) {
        Set<SectionId> found = new LinkedHashSet<>();
        parts(row.cell("課")).forEach(part -> section(row, part).ifPresent(found::add));
        return found;
    }

    private Optional<SectionId> section(Row row, String typed) {
        Optional<SectionId> found = hall.sections().stream()
                .filter(section ->
                        section.name().equals(typed) || section.id().value().equals(typed))
                .map(Section::id)
                .findFirst();
        if (found.isEmpty()) {
            fault(row, "課「" + typed + "」はありません。");
        }
        return found;
    }

    private Set<Role> roles(Row row) {
        Set<Role> found = new HashSet<>();
        for (String part : parts(row.cell("役割"))) {
            Arrays.stream(Role.values())
                    .filter(role -> role != Role.HELPER && role.label().equals(part))
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> fault(row, "役割「" + part + "」はありません。"));
        }
        return found;
    }

    private Set<Seat> seats(Row row, Set<SectionId> sections) {
        Set<Seat> found = new HashSet<>();
        for (String part : parts(row.cell("職"))) {
            Optional<Position> position = hall.positions().stream()
                    .filter(one -> one.name().equals(part) || one.id().equals(part))
                    .findFirst();
            if (position.isEmpty()) {
                fault(row, "職「" + part + "」はありません。");
            } else if (!position.get().ofSection()) {
                found.add(Seat.of(position.get().id()));
            } else if (sections.isEmpty()) {
                fault(row, "職「" + part + "」には、課が要ります。");
            } else {
                sections.forEach(section -> found.add(position.get().seat(section)));
            }
        }
        return found;
    }

    private void once(Row row, String key, String what) {
        Long before = seen.putIfAbsent(key, row.line());
        if (before != null) {
            fault(row, what + " が " + before + " 行目にもあります。一度だけ書いてください。");
        }
    }

    /// Somebody must be left who can let others in.
    private void whole(List<PostingLine> lines) {
        Set<StaffId> administrators = new HashSet<>();
        hall.staff().stream()
                .filter(member -> member.active() && member.has(Role.ADMINISTRATOR))
                .forEach(member -> administrators.add(member.id()));
        boolean before = !administrators.isEmpty();
        for (PostingLine line : lines) {
            if (line.kind() == Kind.MOVES && line.roles().contains(Role.ADMINISTRATOR)) {
                line.staff().ifPresent(administrators::add);
            } else if (line.kind() == Kind.MOVES || line.kind() == Kind.LEAVES) {
                line.staff().ifPresent(administrators::remove);
            }
        }
        if (before && administrators.isEmpty()) {
            faults.add(new Fault(0, "この異動では、管理者が一人もいなくなります。"));
        }
    }

    private void fault(Row row, String sentence) {
        faults.add(new Fault(row.line(), sentence));
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split("[、・／/\\s　]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s　]+", "");
    }
}
