package timeline.system.crash;

import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link Tripwire} at the beginning and at each return of some methods of a service, while its classes are loaded: the service's
 * code knows nothing of it, and adapters need not be beans to be reached. The JDK alone, as it shares the service's class path.
 *
 * @param places {@code package.Class.method}
 */
record CrashAgent(List<String> places) implements ClassFileTransformer {
    /** @param arguments the file that arms, {@code =}, and the places, separated by commas */
    public static void premain(String arguments, Instrumentation jvm) {
        String[] parts = arguments.split("=", 2);
        Tripwire.armedBy(Path.of(parts[0]));
        jvm.addTransformer(new CrashAgent(List.of(parts[1].split(","))));
    }

    @Override
    public byte @Nullable [] transform(@Nullable ClassLoader loader, @Nullable String name,
            @Nullable Class<?> redefined, @Nullable ProtectionDomain domain, byte[] bytes) {
        if (name == null) {
            return null;
        }
        String prefix = name.replace('/', '.') + ".";
        return places.stream().anyMatch(place -> isIn(prefix, place)) ? woven(prefix, bytes).orElse(null) : null;
    }

    private static boolean isIn(String prefix, String place) {
        return place.startsWith(prefix) && place.indexOf('.', prefix.length()) < 0;
    }

    /** Bridges are left alone: they lead to the method itself, which would be passed twice. */
    static Predicate<MethodModel> named(String method) {
        return candidate -> candidate.methodName().equalsString(method)
                && !candidate.flags().has(AccessFlag.SYNTHETIC);
    }

    private Optional<byte[]> woven(String prefix, byte[] bytes) {
        try {
            ClassFile classes = ClassFile.of();
            return Optional.of(classes.transformClass(classes.parse(bytes), (builder, element) -> place(prefix, element)
                    .ifPresentOrElse(place -> builder.transformMethod((MethodModel) element,
                            MethodTransform.transformingCode(new TripwireWeaving(place))),
                            () -> builder.with(element))));
        } catch (RuntimeException defect) {
            // The JVM would swallow it without a word, and the place would never strike.
            System.err.println("not woven: " + defect + Arrays.toString(defect.getStackTrace()));
            return Optional.empty();
        }
    }

    private Optional<String> place(String prefix, ClassElement element) {
        return element instanceof MethodModel method
                ? places.stream().filter(place -> isIn(prefix, place))
                        .filter(place -> named(place.substring(prefix.length())).test(method)).findFirst()
                : Optional.empty();
    }
}
