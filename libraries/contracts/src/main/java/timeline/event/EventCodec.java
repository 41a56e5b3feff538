package timeline.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import timeline.event.FollowEvent.Followed;
import timeline.event.FollowEvent.Unfollowed;
import timeline.event.TweetEvent.TweetDeleted;
import timeline.event.TweetEvent.TweetPosted;
import timeline.id.TweetId;
import timeline.id.UserId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as JSON: {@code {"v":1,"type":"tweet-posted","tweet_id":"…","author_id":"…"}}, and in a post {@code
 * "written_at":"2026-03-01T12:00:00Z"}, in a follow {@code "number":"17"}. Changes are additive: a reader ignores
 * fields that it does not know and refuses a version or a type that it does not know. Golden files in the tests hold every form
 * ever published.
 */
public final class EventCodec {
    private static final int VERSION = 1;
    private static final String WRITTEN_AT = "written_at";
    private static final String NUMBER = "number";
    private static final JsonMapper JSON = new JsonMapper();

    private EventCodec() {
    }

    /** The key of an event: its author's id in decimal. */
    public static String key(UserId author) {
        return author.toString();
    }

    public static byte[] encode(TweetEvent event) {
        String type = switch (event) {
            case TweetPosted posted -> "tweet-posted";
            case TweetDeleted deleted -> "tweet-deleted";
        };
        ObjectNode json = node(type, "tweet_id", event.tweet().toString(), event.author());
        if (event instanceof TweetPosted posted) {
            posted.writtenAt().ifPresent(time -> json.put(WRITTEN_AT, time.toString()));
        }
        return bytes(json);
    }

    public static byte[] encode(FollowEvent event) {
        String type = switch (event) {
            case Followed followed -> "followed";
            case Unfollowed unfollowed -> "unfollowed";
        };
        ObjectNode json = node(type, "follower_id", event.follower().toString(), event.author());
        if (event instanceof Followed followed) {
            followed.number().ifPresent(number -> json.put(NUMBER, number.toString()));
        }
        return bytes(json);
    }

    /** @throws MalformedEventException when the bytes are not a tweet event of a known version */
    public static TweetEvent decodeTweetEvent(byte[] bytes) {
        JsonNode node = read(bytes);
        UserId author = id(node, "author_id", UserId::parse);
        TweetId tweet = id(node, "tweet_id", TweetId::parse);
        return switch (text(node, "type")) {
            case "tweet-posted" -> new TweetPosted(tweet, author, writtenAt(node));
            case "tweet-deleted" -> new TweetDeleted(tweet, author);
            default -> throw new MalformedEventException("unknown type of tweet event: " + text(node, "type"));
        };
    }

    /** @throws MalformedEventException when the bytes are not a follow event of a known version */
    public static FollowEvent decodeFollowEvent(byte[] bytes) {
        JsonNode node = read(bytes);
        UserId author = id(node, "author_id", UserId::parse);
        UserId follower = id(node, "follower_id", UserId::parse);
        return switch (text(node, "type")) {
            case "followed" -> new Followed(follower, author, number(node));
            case "unfollowed" -> new Unfollowed(follower, author);
            default -> throw new MalformedEventException("unknown type of follow event: " + text(node, "type"));
        };
    }

    private static ObjectNode node(String type, String idField, String id, UserId author) {
        return JSON.createObjectNode().put("v", VERSION).put("type", type).put(idField, id).put("author_id",
                author.toString());
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Instant> writtenAt(JsonNode node) {
        if (!node.has(WRITTEN_AT)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text(node, WRITTEN_AT)));
        } catch (DateTimeParseException notATime) {
            throw new MalformedEventException("bad " + WRITTEN_AT, notATime);
        }
    }

    private static Optional<Long> number(JsonNode node) {
        return node.has(NUMBER) ? Optional.of(id(node, NUMBER, Long::valueOf)) : Optional.empty();
    }

    private static JsonNode read(byte[] bytes) {
        JsonNode node;
        try {
            node = JSON.readTree(bytes);
        } catch (JacksonException notJson) {
            throw new MalformedEventException("not JSON", notJson);
        }
        if (!node.isObject() || node.path("v").asInt(0) != VERSION) {
            throw new MalformedEventException("not an event of version " + VERSION);
        }
        return node;
    }

    private static <T> T id(JsonNode node, String field, Function<String, T> parse) {
        try {
            return parse.apply(text(node, field));
        } catch (IllegalArgumentException notAnId) {
            throw new MalformedEventException("bad " + field, notAnId);
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new MalformedEventException("no " + field);
        }
        return value.stringValue();
    }
}
