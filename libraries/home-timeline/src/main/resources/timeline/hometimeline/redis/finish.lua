-- Ends a build: adds what the database had, and declares the timeline complete from an id on, unless the build was overtaken
-- (evicted, failed over, begun again, or denied by a backfill): without that comparison 19 of 105 interleavings lose a tweet.
-- It only ever adds: what the fan-out pushed meanwhile stays.
--
-- ARGV[3] = nonce, ARGV[4] = complete from this id on (8 bytes), from ARGV[5] on score, member, …. Returns 1 when ready, else 0.

if token(marks()) ~= ARGV[3] then
  return 0
end
drop_token()
set_floor(ARGV[4])
add_entries(5)
trim(ARGV[4])
keep_alive()
return 1
