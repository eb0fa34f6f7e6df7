package town.machi.procedure.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Some lines of a file that belong together by their indentation.
///
/// @param lines all lines of the file, some with a list's dash taken away
/// @param from index of the first
/// @param to index after the last
record Part(List<String> lines, int from, int to) {

    /// Indentation of a line that begins with a tab or a wide space: it belongs to the line above it.
    static final int ODD = Integer.MAX_VALUE;

    private static final Pattern INDENT = Pattern.compile("^( *)(.*)$");

    String text() {
        return String.join("\n", lines.subList(from, to)) + "\n";
    }

    /// The first line that says something, without its indentation; empty where none does.
    String head() {
        int line = firstLine();
        return line < to ? lines.get(line).strip() : "";
    }

    /// Index of the first line that says something; `to` where none does.
    int firstLine() {
        int line = from;
        while (line < to && blank(line)) {
            line++;
        }
        return line;
    }

    int indent() {
        int line = firstLine();
        return line < to ? indent(line) : 0;
    }

    private boolean blank(int line) {
        String content = lines.get(line).strip();
        return content.isEmpty() || content.startsWith("#");
    }

    private int indent(int line) {
        Matcher matcher = INDENT.matcher(lines.get(line));
        if (!matcher.matches()) {
            return 0;
        }
        return matcher.group(2).matches("[\\t\\u3000].*")
                ? ODD
                : matcher.group(1).length();
    }

    /// Parts that begin at the indentation of the first line, or further left.
    List<Part> items() {
        List<Part> items = new ArrayList<>();
        int first = firstLine();
        if (first >= to) {
            return items;
        }
        int indent = indent(first);
        int begin = first;
        for (int line = first + 1; line < to; line++) {
            if (!blank(line) && indent(line) <= indent && indent(line) != ODD) {
                items.add(new Part(lines, begin, line));
                begin = line;
            }
        }
        items.add(new Part(lines, begin, to));
        return items;
    }

    /// The same without the dash of its first line.
    Part undashed() {
        List<String> without = new ArrayList<>(lines);
        without.set(firstLine(), without.get(firstLine()).replaceFirst("- ", "  "));
        return new Part(without, from, to);
    }
}
