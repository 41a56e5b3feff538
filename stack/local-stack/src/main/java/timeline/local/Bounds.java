package timeline.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least and the greatest number that an option of a {@link Command} takes, both allowed; of each number, where it takes several. The
 * command line looks at them before the command is begun, and says so in its help. Every option that is a number has them.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Bounds {
    double min();

    double max();
}
