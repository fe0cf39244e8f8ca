package io.gangway.mapping.step;

import io.gangway.mapping.plan.Run;

/** A step that works on one message object after the other, and leaves what is none alone. */
interface MessageStep extends Step {
    void work(Run run, int message, Position at);

    @Override
    default int apply(Run run, int root, Position at) {
        var document = run.document();
        if (document.isObject(root) && at.outer() != null) {
            document.countVisit();
            work(run, root, at);
            return root;
        }
        var messages = Messages.of(document, root);
        for (int i = 0; i < messages.length; i++) {
            if (document.isObject(messages[i])) {
                document.countVisit();
                work(run, messages[i], at.item(i));
            }
        }
        return root;
    }
}
