-- Adds one author's older tweets, and lowers the claim where they are not all there is.
--
-- ARGV[3] = complete from this id on (8 bytes), or empty when nothing else was missing; from ARGV[4] on score, member, ….
-- Returns 1 when the timeline took them.

local found = marks()
local from = floor(found)
if from then
  if ARGV[3] ~= '' and is_before(from, ARGV[3]) then
    from = ARGV[3]
    set_floor(from)
  end
  add_entries(4)
  trim(from)
  end_some_day()
  return 1
end
if token(found) then
  -- The build under way may claim more than this backfill brings: better no claim than a wrong one.
  if ARGV[3] ~= '' then
    drop_token()
  end
  add_entries(4)
  -- A build that had found nothing yet was the token alone: without it the key was gone, and its time to live with it.
  end_some_day()
  return 1
end
return 0
