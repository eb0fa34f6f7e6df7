package town.machi.form.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import town.machi.form.QuestionType;
import town.machi.form.type.PlainTypes;
import town.machi.form.type.TypesForTests;

@DisplayName("町の手続の例は、書いてあるとおりになる")
class TownExamplesTests {

    static List<TownCheck.Checked> procedures() {
        return TownCheck.of(Path.of("towns/ashikita")).list();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    @DisplayName("どの手続にも例があり、どの例もそのとおりになる")
    void comesOut(TownCheck.Checked checked) {
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.examples()).isPositive();
    }

    @Test
    @DisplayName("例を動かすときの質問の型は、様式の部屋の型のすべて")
    void allTypes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(QuestionType.class));
        Set<String> beans = scanner.findCandidateComponents("town.machi").stream()
                .map(bean -> String.valueOf(bean.getBeanClassName()))
                .collect(Collectors.toSet());
        Stream<String> plain = PlainTypes.of(TypesForTests.town()).list().stream()
                .map(type -> type.getClass().getName());
        assertThat(plain).containsExactlyInAnyOrderElementsOf(beans);
    }
}
