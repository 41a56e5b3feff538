package timeline.drill.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import timeline.drill.stack.DrillException;
import timeline.drill.stack.Target;

/**
 * Some components are taken away, in the order in which they are chosen, and come back.
 *
 * @param how as far as the stack can do it
 */
public record TakenAway(String what, String part, Function<Target, InstanceFault> how, Choice choice) implements Fault {
    /** In the same way on every stack. */
    TakenAway(String what, String part, InstanceFault how, Choice choice) {
        this(what, part, target -> how, choice);
    }

    /** Whom it strikes. */
    @FunctionalInterface
    public interface Choice {
        /** By their names; the same for the same lot and the same state of the stack. */
        List<String> among(Target target, RandomGenerator random);
    }

    /** All instances of a kind. */
    public static TakenAway all(String what, String kind, InstanceFault how) {
        return new TakenAway(what, kind, how, (target, random) -> target.instances(kind));
    }

    /** One instance of a kind: any one. */
    public static TakenAway anyOne(String what, String kind, InstanceFault how) {
        return new TakenAway(what, kind, how, (target, random) -> {
            List<String> instances = target.instances(kind);
            return instances.isEmpty() ? instances : List.of(instances.get(random.nextInt(instances.size())));
        });
    }

    /** This component, of this kind. */
    public static TakenAway component(String name, String kind, InstanceFault how) {
        return new TakenAway(name + " " + how.participle(), kind, how, (target, random) -> List.of(name));
    }

    @Override
    public Damage aim(Target target, RandomGenerator random) {
        List<String> victims = choice.among(target, random);
        if (victims.isEmpty()) {
            throw new DrillException("there is nobody for this: " + what);
        }
        InstanceFault done = how.apply(target);
        return new Damage() {
            @Override
            public void inflict() {
                victims.forEach(victim -> done.take(target, victim));
            }

            @Override
            public boolean isSeen() {
                return victims.stream().allMatch(victim -> target.state(victim) == done.seen());
            }

            @Override
            public void mend() {
                List<String> away = victims.stream().filter(victim -> !target.isRunning(victim)).toList();
                if (!away.isEmpty()) {
                    done.giveBack(target, away);
                }
            }

            @Override
            public Duration foundAgain() {
                return done.foundAgain();
            }

            @Override
            public boolean isMended() {
                return victims.stream().allMatch(target::isRunning);
            }

            @Override
            public List<String> victims() {
                return victims;
            }
        };
    }
}
