package timeline.hometimeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs small concurrent programs in every possible order of their steps, and counts the orders after which something is wrong. A
 * step is atomic; what may happen between two steps of a program is every step of the others.
 *
 * @param <W> the world in which the programs act; a new one for each order
 */
final class Interleavings<W> {
    /** The steps of one actor. Called once for each order, so that it may keep what it learned in one step for the next. */
    interface Program<W> {
        List<Runnable> in(W world);
    }

    /** @param example an order that went wrong: the number of the program at each step; null when none did */
    record Result(int orders, int wrong, @Nullable String example) {}

    private final Supplier<W> newWorld;
    private final List<Program<W>> programs;
    private final Predicate<W> isWrong;
    private int orders;
    private int wrong;
    private @Nullable String example;

    private Interleavings(Supplier<W> newWorld, List<Program<W>> programs, Predicate<W> isWrong) {
        this.newWorld = newWorld;
        this.programs = programs;
        this.isWrong = isWrong;
    }

    static <W> Result of(Supplier<W> newWorld, List<Program<W>> programs, Predicate<W> isWrong) {
        Interleavings<W> run = new Interleavings<>(newWorld, programs, isWrong);
        int[] left = programs.stream().mapToInt(program -> program.in(newWorld.get()).size()).toArray();
        run.explore(left, new ArrayList<>());
        return new Result(run.orders, run.wrong, run.example);
    }

    private void explore(int[] left, List<Integer> order) {
        boolean complete = true;
        for (int program = 0; program < left.length; program++) {
            if (left[program] > 0) {
                complete = false;
                left[program]--;
                order.add(program);
                explore(left, order);
                order.removeLast();
                left[program]++;
            }
        }
        if (complete) {
            execute(order);
        }
    }

    private void execute(List<Integer> order) {
        W world = newWorld.get();
        List<List<Runnable>> steps = programs.stream().map(program -> program.in(world)).toList();
        int[] next = new int[programs.size()];
        order.forEach(program -> steps.get(program).get(next[program]++).run());
        orders++;
        if (isWrong.test(world)) {
            wrong++;
            example = order.toString();
        }
    }
}
