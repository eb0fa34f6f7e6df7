package town.machi.procedure;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/// The types of question as beans, for tests without the form room.
class TestShapes implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        TestShape.all()
                .forEach((type, shape) ->
                        registry.registerBean("shape." + type, AnswerShape.class, bean -> bean.supplier(_ -> shape)));
    }
}
