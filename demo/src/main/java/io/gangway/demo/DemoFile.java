package io.gangway.demo;

import java.util.List;

/** What the launcher and its feeder need to know of the demo; secrets among it, so it stays in the local folder. */
record DemoFile(List<DemoEndpoint> endpoints, List<DemoKey> apiKeys, List<DemoLogin> logins) {
    record DemoEndpoint(String sender, String path, String secret) {}

    record DemoKey(String tenant, String environment, String key) {}

    record DemoLogin(String username, String tenant, String role) {}
}
