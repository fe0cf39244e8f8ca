package io.gangway.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param file where to write what the launcher needs */
@ConfigurationProperties("gangway.demo")
record DemoProperties(Path file) {}
