package timeline.home.http;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import timeline.edge.Problem;
import timeline.home.owed.Ceiling;

/** Shows whether this instance's reads show what is yet to be delivered, and switches it while everything runs. */
@RestController
public final class InternalCeilingController {
    private final Ceiling ceiling;

    public InternalCeilingController(Ceiling ceiling) {
        this.ceiling = ceiling;
    }

    @GetMapping("/internal/v1/ceiling")
    Position ceiling() {
        return new Position(ceiling.isOn() ? "on" : "off");
    }

    @PutMapping("/internal/v1/ceiling")
    Position turn(@RequestBody Position body) {
        switch (body.ceiling()) {
            case "on" -> ceiling.turn(true);
            case "off" -> ceiling.turn(false);
            case null, default -> throw Problem.VALIDATION.at("/ceiling", "\"on\" or \"off\" is expected.");
        }
        return ceiling();
    }

    record Position(@Nullable String ceiling) {}
}
