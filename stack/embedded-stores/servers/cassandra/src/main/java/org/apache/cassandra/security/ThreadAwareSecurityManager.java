package org.apache.cassandra.security;

import java.security.Permission;
import java.security.PermissionCollection;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.cassandra.utils.logging.LoggingSupportFactory;

/**
 * Replaces Cassandra's class of this name, which does not start on JDK 24 and later: there is no security manager any more to
 * install. It sandboxes user-defined functions, so those must stay disabled, as they are by default. Must come before
 * cassandra-all on the class path.
 */
public final class ThreadAwareSecurityManager {
    public static final PermissionCollection noPermissions = new NoPermissions();

    private ThreadAwareSecurityManager() {
    }

    /** The one thing that start-up needs of the original. */
    public static void install() {
        LoggingSupportFactory.getLoggingSupport().onStartup();
    }

    public static boolean isSecuredThread() {
        return false;
    }

    private static final class NoPermissions extends PermissionCollection {
        private static final long serialVersionUID = 1;

        @Override
        public void add(Permission permission) {
            throw new UnsupportedOperationException("user-defined functions have no permissions");
        }

        @Override
        public boolean implies(Permission permission) {
            return false;
        }

        @Override
        public Enumeration<Permission> elements() {
            return Collections.emptyEnumeration();
        }
    }
}
