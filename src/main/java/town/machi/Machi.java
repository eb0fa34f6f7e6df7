package town.machi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The town hall. Every room is a package beside this class; `ARCHITECTURE.md` has the floor plan.
@SpringBootApplication
public class Machi {

    public static void main(String[] args) {
        SpringApplication.run(Machi.class, args);
    }
}
