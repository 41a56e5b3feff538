-- What all scripts share. Each of them works on one key, KEYS[1]: a user's home timeline, a sorted set of
--
--   a build token    score = -6000000000000000, member = 'B' .. nonce (8) .. lease's end in ms (8) .. history (40)
--   the floor        score = -5000000000000000, member = 'F' .. tweet id (8 bytes) .. history (40)
--   entries          score = -(milliseconds since 1970), member = complement of the tweet id (8 bytes, big endian) .. author id (8)
--
-- in this order, newest entry first: a set is searched from its head, and a new entry finds its place there at once (ADR 0029).
-- The score is a double: milliseconds fit exactly, a tweet id would lose its low bits. Equal scores sort by their bytes, hence
-- fixed-width big-endian ids (ADR 0005). An id is positive, so an entry's first byte is 0x80 or above, and a mark's is a letter.
-- Floor and token live inside the key, so that they are evicted, expired, copied and lost together with what they speak of
-- (ADR 0003).
--
-- "History" is the replication id of the primary that wrote the mark. It changes when a replica is promoted and when a primary
-- restarts, which are the two ways to lose writes that were acknowledged. A mark of another history counts for nothing.
--
-- ARGV[1] = how many entries are kept, ARGV[2] = time to live in ms; from ARGV[3] on each script has its own.

local key = KEYS[1]
local capacity, ttl = tonumber(ARGV[1]), tonumber(ARGV[2])
local DAY = 86400000
-- Texts: Lua would write such numbers as -6e+15.
local TOKEN, FLOOR = '-6000000000000000', '-5000000000000000'

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

-- The id in an entry, whose complement it is written as.
local function id_of(entry)
  local high, low = struct.unpack('>I4I4', entry)
  return struct.pack('>I4I4', 4294967295 - high, 4294967295 - low)
end

-- The marks by their letters, and how many there are: never more than one of each. "first" = the set's first members, if they
-- have been read already.
local function marks(first)
  local found, count = {}, 0
  first = first or redis.call('ZRANGE', key, 0, 1)
  for i = 1, math.min(2, #first) do
    if string.byte(first[i]) < 128 then
      found[string.sub(first[i], 1, 1)] = first[i]
      count = count + 1
    end
  end
  return found, count
end

-- The id from which on the timeline is complete; nil when it is cold.
local function floor(found)
  local mark = found.F
  if mark and string.sub(mark, 10) == history() then
    return string.sub(mark, 2, 9)
  end
  return nil
end

-- The new mark first, then the other: a set that loses its last member is gone, and comes back without a time to live.
local function set_floor(id)
  local old = marks().F
  local mark = 'F' .. id .. history()
  redis.call('ZADD', key, FLOOR, mark)
  if old and old ~= mark then
    redis.call('ZREM', key, old)
  end
end

-- The token's nonce and the end of its lease; nil when nobody builds.
local function token(found)
  local mark = found.B
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
  local _, count = marks()
  if redis.call('ZREMRANGEBYRANK', key, count + capacity, -1) > 0 then
    local oldest = id_of(redis.call('ZRANGE', key, -1, -1)[1])
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
