-- Reads floor and entries in one atomic step: read apart, a trim in between would make the one deny what the other shows.
--
-- ARGV[3] = the score of the tweet before which to read, or empty to read from the newest on; ARGV[4] = how many entries.
-- Returns nothing when the timeline is cold; else the floor's id, then the entries, newest first. Those of the very same
-- millisecond as the tweet all come, on top of the limit, and so may entries below the floor: the client, which has 64-bit
-- integers, drops what is not asked for.

local newest = ARGV[3] == ''
-- The marks, and behind them the first page, in one command.
local first = redis.call('ZRANGE', key, 0, newest and ARGV[4] + 1 or 1)
local found, count = marks(first)
local from = floor(found)
if not from then
  return {}
end
local answer = {from}
local function add(entries, skipped)
  for i = skipped + 1, #entries do
    answer[#answer + 1] = entries[i]
  end
end
if newest then
  add(first, count)
else
  add(redis.call('ZRANGEBYSCORE', key, ARGV[3], ARGV[3]), 0)
  -- Every entry's score is below zero.
  add(redis.call('ZRANGEBYSCORE', key, '(' .. ARGV[3], 0, 'LIMIT', 0, ARGV[4]), 0)
end
keep_alive()
return answer
