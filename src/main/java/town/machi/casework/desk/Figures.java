package town.machi.casework.desk;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.casework.Picture;
import town.machi.casework.jdbc.PictureRows;

/// What was counted, and the sums of any part of it.
///
/// @param standard the 標準処理期間 of a procedure in open days
record Figures(
        List<PictureRows.Waits> waiting,
        List<PictureRows.Came> came,
        List<PictureRows.Ended> ended,
        Function<String, OptionalInt> standard) {

    /// What a count belongs to.
    ///
    /// @param month null: now
    record Key(String section, String procedure, @Nullable YearMonth month) {}

    Set<String> procedures() {
        return Stream.of(
                        waiting.stream().map(PictureRows.Waits::procedure),
                        came.stream().map(PictureRows.Came::procedure),
                        ended.stream().map(PictureRows.Ended::procedure))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    Picture.Line line(Predicate<Key> part) {
        Picture.Waiting waits = waiting.stream()
                .filter(one -> part.test(new Key(one.section(), one.procedure(), null)))
                .map(PictureRows.Waits::waiting)
                .reduce(Picture.Waiting.NONE, Picture.Waiting::plus);
        return new Picture.Line(waits, received(part), finished(part));
    }

    Picture.Received received(Predicate<Key> part) {
        long number = 0;
        long online = 0;
        for (PictureRows.Came one : came) {
            if (part.test(new Key(one.section(), one.procedure(), one.month()))) {
                number += one.number();
                online += one.online() ? one.number() : 0;
            }
        }
        return new Picture.Received(number, online);
    }

    Picture.Finished finished(Predicate<Key> part) {
        long number = 0;
        long measured = 0;
        long within = 0;
        TreeMap<Integer, Long> byDays = new TreeMap<>();
        for (PictureRows.Ended one : ended) {
            if (part.test(new Key(one.section(), one.procedure(), one.month()))) {
                number += one.number();
                Integer days = one.days();
                OptionalInt limit = standard.apply(one.procedure());
                if (days != null) {
                    byDays.merge(days, one.number(), Long::sum);
                    measured += limit.isPresent() ? one.number() : 0;
                    within += limit.isPresent() && days <= limit.getAsInt() ? one.number() : 0;
                }
            }
        }
        return new Picture.Finished(number, average(byDays), median(byDays), measured, within);
    }

    private static OptionalDouble average(TreeMap<Integer, Long> byDays) {
        long number = byDays.values().stream().mapToLong(Long::longValue).sum();
        long days = byDays.entrySet().stream()
                .mapToLong(entry -> entry.getKey() * entry.getValue())
                .sum();
        return number == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) days / number);
    }

    /// The smallest number of days within which half of them were done.
    private static OptionalInt median(TreeMap<Integer, Long> byDays) {
        long half = (byDays.values().stream().mapToLong(Long::longValue).sum() + 1) / 2;
        long passed = 0;
        for (var entry : byDays.entrySet()) {
            passed += entry.getValue();
            if (passed >= half) {
                return OptionalInt.of(entry.getKey());
            }
        }
        return OptionalInt.empty();
    }
}
