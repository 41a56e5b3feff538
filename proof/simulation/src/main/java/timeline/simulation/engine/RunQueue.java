package timeline.simulation.engine;

import java.util.Arrays;

/** Who pauses, by when the pause ends: a heap in which each task knows its place, so that ending the pause of one among thousands is cheap. */
final class RunQueue {
    private Task[] heap = new Task[64];
    private int size;

    void add(Task task) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        size++;
        rise(task, size - 1);
    }

    /** Takes out whose pause ends first. */
    Task remove() {
        if (size == 0) {
            throw new IllegalStateException("nobody is left to go on");
        }
        Task first = heap[0];
        remove(first);
        return first;
    }

    /** Whether the task was there; then it is no more. */
    boolean remove(Task task) {
        int place = task.place;
        if (place < 0) {
            return false;
        }
        task.place = -1;
        size--;
        Task last = heap[size];
        if (last != task) {
            sink(last, place);
            if (heap[place] == last) {
                rise(last, place);
            }
        }
        return true;
    }

    private void rise(Task task, int from) {
        int place = from;
        while (place > 0 && Task.BY_TURN.compare(task, heap[(place - 1) / 2]) < 0) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        put(task, place);
    }

    private void sink(Task task, int from) {
        int place = from;
        int child = sooner(place);
        while (child < size && Task.BY_TURN.compare(heap[child], task) < 0) {
            put(heap[child], place);
            place = child;
            child = sooner(place);
        }
        put(task, place);
    }

    private int sooner(int parent) {
        int left = 2 * parent + 1;
        boolean rightIsSooner = left + 1 < size && Task.BY_TURN.compare(heap[left + 1], heap[left]) < 0;
        return rightIsSooner ? left + 1 : left;
    }

    private void put(Task task, int place) {
        heap[place] = task;
        task.place = place;
    }
}
