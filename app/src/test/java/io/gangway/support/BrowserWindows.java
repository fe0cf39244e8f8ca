package io.gangway.support;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Takes a picture of every window a failed test has open, and closes them after each test. */
final class BrowserWindows implements AfterTestExecutionCallback {
    @Override
    public void afterTestExecution(ExtensionContext test) {
        var failed = test.getExecutionException().isPresent();
        var name = "failed-" + test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        Browser.closeWindows(window -> {
            if (failed) {
                Browser.picture(window, name + "-" + System.identityHashCode(window));
            }
        });
    }
}
