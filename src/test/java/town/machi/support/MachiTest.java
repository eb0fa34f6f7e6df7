package town.machi.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextCustomizerFactories;

/// The whole house on a real PostgreSQL: a database of its own for the class, a [TestClock], `MockMvc`.
///
/// Jobs do not run by themselves: call `Jobs.runNow(name)`. Tests of one class share its database; make what you need
/// in each test, or clear up.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
@ContextCustomizerFactories(TestDatabase.Factory.class)
@Import(TestHouse.class)
public @interface MachiTest {

    /// More properties, for example `machi.demo=true`.
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
