package io.gangway.api.webhook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * What bodies in flight may take, counted in units of {@link #UNIT} bytes: all together, and shares of it for one endpoint and for
 * one address, so that who knows one address of ours cannot keep everybody else out.
 */
final class BodyMemory {
    static final int UNIT = 1024;

    private final Semaphore all;
    private final int perEndpoint;
    private final int perAddress;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    BodyMemory(long bytes) {
        var units = Math.toIntExact(bytes / UNIT);
        this.all = new Semaphore(units);
        this.perEndpoint = Math.max(units / 4, 1);
        this.perAddress = Math.max(units / 2, 1);
    }

    /** The part that one request may use; give it back with {@link Share#release}. */
    Share share(String endpoint, String address) {
        return new Share("endpoint " + endpoint, "address " + address);
    }

    int freeUnits() {
        return all.availablePermits();
    }

    final class Share {
        private final String endpoint;
        private final String address;
        private int units;

        private Share(String endpoint, String address) {
            this.endpoint = endpoint;
            this.address = address;
        }

        /** Makes room for so many bytes in all; false if there is none. */
        boolean growTo(int bytes) {
            var missing = bytes / UNIT + 1 - units;
            if (missing <= 0) {
                return true;
            }
            if (!take(endpoint, missing, perEndpoint)) {
                return false;
            }
            if (!take(address, missing, perAddress)) {
                giveBack(endpoint, missing);
                return false;
            }
            if (!all.tryAcquire(missing)) {
                giveBack(endpoint, missing);
                giveBack(address, missing);
                return false;
            }
            units += missing;
            return true;
        }

        void release() {
            if (units > 0) {
                giveBack(endpoint, units);
                giveBack(address, units);
                all.release(units);
                units = 0;
            }
        }
    }

    private boolean take(String whose, int units, int most) {
        var granted = new boolean[1];
        taken.compute(whose, (key, before) -> {
            var sum = (before == null ? 0 : before) + units;
            granted[0] = sum <= most;
            return granted[0] ? Integer.valueOf(sum) : before;
        });
        return granted[0];
    }

    private void giveBack(String whose, int units) {
        taken.computeIfPresent(whose, (key, before) -> before > units ? Integer.valueOf(before - units) : null);
    }
}
