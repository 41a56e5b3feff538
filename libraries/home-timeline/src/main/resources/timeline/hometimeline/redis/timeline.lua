-- What all scripts share. Each of them works on one key, KEYS[1]: a user's home timeline, a sorted set of
--
--   entries          score = milliseconds since 1970, member = tweet id (8 bytes, big endian) .. author id (8 bytes)
--   the floor        score = -1, member = 'F' .. tweet id (8 bytes) .. history (40)
--   a build token    score = -2, member = 'B' .. nonce (8) .. lease's end in ms (8) .. history (40)
--
-- The score is a double: milliseconds fit exactly, a tweet id would lose its low bits. Equal scores sort by their bytes, hence
-- fixed-width big-endian ids (ADR 0005). Floor and token live inside the key, so that they are evicted, expired, copied and lost
-- together with what they speak of (ADR 0003).
--
-- "History" is the replication id of the primary that wrote the mark. It changes when a replica is promoted and when a primary
-- restarts, which are the two ways to lose writes that were acknowledged. A mark of another history counts for nothing.
--
-- ARGV[1] = how many entries are kept, ARGV[2] = time to live in ms; from ARGV[3] on each script has its own.

local key = KEYS[1]
local capacity, ttl = tonumber(ARGV[1]), tonumber(ARGV[2])
local FLOOR, TOKEN, DAY = -1, -2, 86400000

-- Asked for only where a mark is compared or written: INFO costs more than all else that a script does.
local known_history
local function history()
  known_history = known_history or string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
  return known_history
end

-- Lua compares strings by locale; ids are compared by value, in two halves because a Lua number has only 53 bits.
local function is_before(a, b)
  local a_high, a_low = struct.unpack('>I4I4', a)
  local b_high, b_low = struct.unpack('>I4I4', b)
  return a_high < b_high or (a_high == b_high and a_low < b_low)
end

-- The id from which on the timeline is complete; nil when it is cold.
local function floor()
  local mark = redis.call('ZRANGEBYSCORE', key, FLOOR, FLOOR)[1]
  if mark and string.sub(mark, 10) == history() then
    return string.sub(mark, 2, 9)
  end
  return nil
end

-- The new mark first, then the others: a set that loses its last member is gone, and comes back without a time to live.
local function set_floor(id)
  local marks = redis.call('ZRANGEBYSCORE', key, FLOOR, FLOOR)
  local mark = 'F' .. id .. history()
  redis.call('ZADD', key, FLOOR, mark)
  for i = 1, #marks do
    if marks[i] ~= mark then
      redis.call('ZREM', key, marks[i])
    end
  end
end

-- The token's nonce and the end of its lease; nil when nobody builds.
local function token()
  local mark = redis.call('ZRANGEBYSCORE', key, TOKEN, TOKEN)[1]
  if mark and string.sub(mark, 18) == history() then
    local high, low = struct.unpack('>I4I4', string.sub(mark, 10, 17))
    return string.sub(mark, 2, 9), high * 4294967296 + low
  end
  return nil
end

local function drop_token()
  redis.call('ZREMRANGEBYSCORE', key, TOKEN, TOKEN)
end

-- Adds score, member, score, member, … from ARGV[first] on; in slices, because Lua's stack is bounded.
local function add_entries(first)
  for i = first, #ARGV, 1000 do
    redis.call('ZADD', key, unpack(ARGV, i, math.min(i + 999, #ARGV)))
  end
end

-- Keeps the newest entries, and claims no more than what is kept. Only for timelines with a floor.
local function trim(from)
  local marks = redis.call('ZCOUNT', key, '-inf', '(0')
  local excess = redis.call('ZCARD', key) - marks - capacity
  if excess > 0 then
    redis.call('ZREMRANGEBYRANK', key, marks, marks + excess - 1)
    local oldest = string.sub(redis.call('ZRANGE', key, marks, marks)[1], 1, 8)
    if is_before(from, oldest) then
      set_floor(oldest)
    end
  end
end

-- No script leaves a key behind that lives for ever. One that lives already lives no longer for it: a push is no sign of life.
local function end_some_day()
  if redis.call('PTTL', key) == -1 then
    redis.call('PEXPIRE', key, ttl)
  end
end

-- Once a day, not on each read: an EXPIRE has to reach replica and disk, a look at the clock does not.
local function keep_alive()
  if redis.call('PTTL', key) < ttl - DAY then
    redis.call('PEXPIRE', key, ttl)
  end
end
