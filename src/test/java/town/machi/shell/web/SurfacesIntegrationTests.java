package town.machi.shell.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.support.MachiTest;

@MachiTest(properties = {"machi.demo=true", "machi.surfaces=office"})
@DisplayName("庁内だけの節")
class SurfacesIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Test
    @DisplayName("町民のページは、そこにはない")
    void noPublicPages() throws Exception {
        mvc.perform(get("/look")).andExpect(status().isNotFound());
        mvc.perform(get("/")).andExpect(status().isNotFound());
        mvc.perform(get("/office/sign-in")).andExpect(status().isOk());
        mvc.perform(get("/map/outline.json")).andExpect(status().isOk());
    }
}
