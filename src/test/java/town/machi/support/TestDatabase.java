package town.machi.support;

import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import town.machi.platform.database.DatabaseAddress;

/// Gives each test class a database of its own, cloned from the template. Being equal only for the same class, it also
/// keeps two classes from sharing a context.
record TestDatabase(Class<?> testClass) implements ContextCustomizer {

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration mergedContextConfiguration) {
        DatabaseAddress address = TestServer.cloneTemplate();
        TestPropertyValues.of(
                        "machi.db.url=" + address.url(),
                        "machi.db.user=" + address.owner(),
                        "machi.db.password=" + address.password(),
                        "machi.db.app-user=" + address.appRole(),
                        "machi.db.pool.size=4",
                        "machi.db.pool.wait-millis=10000",
                        "machi.jobs=false",
                        "machi.audit.pause=0s",
                        "machi.messaging.pause=0s",
                        "machi.alert.look=0s",
                        "machi.shelter.board-pause=0s",
                        "machi.shelter.desk-pause=0s",
                        "machi.shelter.inquiry-time=0s",
                        "machi.data=target/test-data/" + testClass.getSimpleName())
                .applyTo(context);
    }

    static final class Factory implements ContextCustomizerFactory {
        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
            Class<?> outermost = testClass;
            while (outermost.getEnclosingClass() != null) {
                outermost = outermost.getEnclosingClass();
            }
            return new TestDatabase(outermost);
        }
    }
}
