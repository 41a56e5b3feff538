package timeline.drill.crowd;

/**
 * What users do besides, all of it per second.
 *
 * @param posts by any author
 * @param reads by anybody; every tenth of them goes to the end, the others show the first page
 * @param deletes of any tweet of the run
 * @param changes of the mind of a flighty follower: follows or unfollows
 */
public record Load(int posts, int reads, int deletes, int changes) {}
