-- Reads floor and entries in one atomic step: read apart, a trim in between would make the one deny what the other shows.
--
-- ARGV[3] = the milliseconds of the tweet before which to read, ARGV[4] = how many entries.
-- Returns nothing when the timeline is cold; else the floor's id, then the entries, newest first. Those of the very same
-- millisecond as the tweet all come, on top of the limit, and so may entries below the floor: the client, which has 64-bit
-- integers, drops what is not asked for.

local from = floor()
if not from then
  return {}
end
local page = redis.call('ZREVRANGEBYSCORE', key, ARGV[3], ARGV[3])
local older = redis.call('ZREVRANGEBYSCORE', key, '(' .. ARGV[3], 0, 'LIMIT', 0, ARGV[4])
for i = 1, #older do
  page[#page + 1] = older[i]
end
table.insert(page, 1, from)
keep_alive()
return page
