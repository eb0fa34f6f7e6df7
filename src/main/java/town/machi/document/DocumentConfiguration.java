package town.machi.document;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.document.jdbc.DocumentRows;
import town.machi.document.pdf.FontShelf;
import town.machi.document.pdf.Typesetter;
import town.machi.document.template.TemplateFolder;
import town.machi.platform.Town;

/// What documents are made of: fonts (`MACHI_FONTS`, then the system's) and the 様式 in the town's folder.
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentConfiguration.class);

    @Bean
    Typesetter typesetter(@Value("${machi.fonts:}") String fonts) {
        FontShelf shelf = FontShelf.find(fonts.isBlank() ? null : Path.of(fonts));
        if (shelf.isEmpty()) {
            LOG.warn(FontShelf.advice());
        }
        return new Typesetter(shelf);
    }

    @Bean
    TemplateFolder templateFolder(Town town) {
        TemplateFolder templates = TemplateFolder.read(town.folder().resolve("documents"));
        templates.faults().forEach(fault -> LOG.error("様式を使えません。{}", fault));
        return templates;
    }

    @Bean
    DocumentRows documentRows(JdbcClient jdbc) {
        return new DocumentRows(jdbc);
    }
}
