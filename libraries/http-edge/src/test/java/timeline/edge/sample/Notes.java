package timeline.edge.sample;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import timeline.identity.Caller;
import timeline.deadline.Deadline;
import timeline.edge.PageRequest;
import timeline.edge.Problem;
import timeline.id.TweetId;

/** The calls of the sample service. */
@RestController
class Notes {
    private final MeterRegistry meters;
    private int made;

    Notes(MeterRegistry meters) {
        this.meters = meters;
    }

    @PostMapping("/v1/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> make(Caller caller, @RequestBody SampleService.NewNote note) {
        if (note.text() == null || note.text().isBlank()) {
            throw Problem.VALIDATION.at("/text", "must not be blank");
        }
        made++;
        return Map.of("text", note.text(), "user_id", caller.id(), "username", caller.username());
    }

    @PostMapping("/v1/open")
    Map<String, Object> open(@RequestBody SampleService.NewNote note) {
        return Map.of("media_ids", note.mediaIds() == null ? List.of() : note.mediaIds());
    }

    @GetMapping("/v1/notes")
    Map<String, Object> list(PageRequest page) {
        return meters.timer("stage", "work", "sample", "stage", "list")
                .record(() -> Map.of("limit", page.limit(), "made", made));
    }

    @GetMapping("/v1/notes/{note_id}")
    Map<String, Object> get(@PathVariable("note_id") TweetId id) {
        return Map.of("note_id", id, "left_ms", Deadline.current().left().toMillis());
    }

    @DeleteMapping("/v1/notes/{note_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable("note_id") TweetId id, @RequestHeader("X-Reason") String reason) {
        throw Problem.FORBIDDEN.because("Not yours: " + id + " " + reason);
    }

    @GetMapping("/v1/broken")
    String broken() {
        throw new IllegalStateException("jdbc:postgresql://secret-host/");
    }

    @GetMapping("/v1/down")
    String down() {
        throw new SampleService.StoreDown();
    }

    @GetMapping("/internal/v1/notes")
    Map<String, Object> internal() {
        return Map.of("made", made);
    }
}
