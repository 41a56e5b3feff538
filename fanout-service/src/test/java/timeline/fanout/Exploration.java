package timeline.fanout;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs real code of several actors in every order in which their calls to the outside can meet. An actor stops before each call of a
 * port, until it is its turn; only one actor moves at a time, so a run is determined by its list of turns, and the next run takes the
 * next list (depth first).
 */
final class Exploration {
    /** The world of one run: who acts in it, and whether it is right at this moment. */
    record Scene(List<Actor> actors, BooleanSupplier right) {}

    record Result(int orders, int wrong) {}

    /** Something that goes on by itself, step by step. */
    static final class Actor {
        private final Semaphore turn = new Semaphore(0);
        private final Semaphore waiting = new Semaphore(0);
        private volatile boolean finished;

        /** @param work made with the actor, whose {@link #at} puts the stops into it */
        Actor(Function<Actor, Runnable> work) {
            Runnable steps = work.apply(this);
            Thread.ofVirtual().start(() -> {
                stop();
                steps.run();
                finished = true;
                waiting.release();
            });
            waiting.acquireUninterruptibly();
        }

        /** Waits for this actor's next turn. */
        void stop() {
            waiting.release();
            turn.acquireUninterruptibly();
        }

        /** The same port, at each call of which this actor stops first. */
        <P> P at(Class<P> type, P port) {
            return type
                    .cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, method, call) -> {
                        stop();
                        try {
                            return method.invoke(port, call);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }));
        }

        private void move() {
            turn.release();
            waiting.acquireUninterruptibly();
        }
    }

    private Exploration() {
    }

    static Result of(Supplier<Scene> newScene) {
        List<Integer> turns = new ArrayList<>();
        List<Integer> choices = new ArrayList<>();
        int orders = 0;
        int wrong = 0;
        do {
            orders++;
            wrong += isRight(newScene.get(), turns, choices) ? 0 : 1;
        } while (next(turns, choices));
        return new Result(orders, wrong);
    }

    private static boolean isRight(Scene scene, List<Integer> turns, List<Integer> choices) {
        boolean right = true;
        for (int step = 0;; step++) {
            List<Actor> moving = scene.actors.stream().filter(actor -> !actor.finished).toList();
            if (moving.isEmpty()) {
                return right;
            }
            if (step == turns.size()) {
                turns.add(0);
                choices.add(moving.size());
            }
            moving.get(turns.get(step)).move();
            right &= scene.right.getAsBoolean();
        }
    }

    /** The next list of turns; false when there is none. */
    private static boolean next(List<Integer> turns, List<Integer> choices) {
        while (!turns.isEmpty() && turns.getLast() + 1 == choices.getLast()) {
            turns.removeLast();
            choices.removeLast();
        }
        if (turns.isEmpty()) {
            return false;
        }
        turns.set(turns.size() - 1, turns.getLast() + 1);
        return true;
    }
}
