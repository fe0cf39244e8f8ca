package io.gangway;

import io.gangway.platform.StopWhileStarting;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The runtime, the API and the portal in one process. Nodes are stateless but for portal sessions. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {
    public static void main(String[] arguments) {
        var application = new SpringApplication(Application.class);
        application.addListeners(new StopWhileStarting());
        application.run(arguments);
    }
}
