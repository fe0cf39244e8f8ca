package io.gangway.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PostgreSQL refuses to run as root, which a container or a build machine often is: how to start it all the same. */
enum Unprivileged {
    /** An ordinary user: nothing to do. */
    AS_IS(List.of()),
    /** In a user namespace of its own root is nobody; files stay as they are. */
    USER_NAMESPACE(List.of("unshare", "-U")),
    /** Where namespaces are forbidden: become "nobody" and keep the right to walk through root's folders. */
    NOBODY(List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override"));

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged here() {
        if (new UnixSystem().getUid() != 0) {
            return AS_IS;
        }
        for (var way : List.of(USER_NAMESPACE, NOBODY)) {
            if (way.works()) {
                return way;
            }
        }
        throw new StartFailed(
                "PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' works here. Start Gangway as an ordinary user.");
    }

    List<String> command(String... command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return whole;
    }

    /** Gives the folder to whom the commands run as. */
    void own(Path folder) {
        if (this != NOBODY) {
            return;
        }
        if (!succeeds(List.of("chown", "-R", "65534:65534", folder.toString()))) {
            throw new StartFailed(
                    "%s can't be given to the user 'nobody'. Start Gangway as an ordinary user.".formatted(folder));
        }
    }

    private boolean works() {
        return succeeds(command("true"));
    }

    private static boolean succeeds(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
