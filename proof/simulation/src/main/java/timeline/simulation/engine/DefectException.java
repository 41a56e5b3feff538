package timeline.simulation.engine;

/** Simulated code threw what nobody expected of it, or never came to an end: a defect of the code, or of the simulation. */
public final class DefectException extends RuntimeException {
    DefectException(Throwable cause) {
        super(cause.toString(), cause);
    }
}
