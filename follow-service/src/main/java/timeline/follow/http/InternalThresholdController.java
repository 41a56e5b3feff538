package timeline.follow.http;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import timeline.edge.Problem;
import timeline.follow.audience.PushThreshold;

/** Shows the push threshold, and changes it while everything runs. */
@RestController
public final class InternalThresholdController {
    private final PushThreshold threshold;

    public InternalThresholdController(PushThreshold threshold) {
        this.threshold = threshold;
    }

    @GetMapping("/internal/v1/threshold")
    Threshold threshold() {
        return new Threshold(threshold.followers());
    }

    @PutMapping("/internal/v1/threshold")
    Threshold change(@RequestBody Threshold body) {
        Long followers = body.followers();
        if (followers == null || followers < 0) {
            throw Problem.VALIDATION.at("/followers", "A number from 0 to " + Long.MAX_VALUE + " is expected.");
        }
        threshold.change(followers);
        return body;
    }

    record Threshold(@Nullable Long followers) {}
}
