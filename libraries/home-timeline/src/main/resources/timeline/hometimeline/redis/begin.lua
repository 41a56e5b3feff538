-- Begins to build a cold timeline. From now on the key exists, so pushes reach it while the builder reads the database.
--
-- ARGV[3] = nonce (8 bytes), ARGV[4] = lease in ms. Returns 1 when begun; 0 when the timeline is not cold or somebody builds it.

local now = redis.call('TIME')
now = now[1] * 1000 + math.floor(now[2] / 1000)
local found = marks()
local nonce, leased_until = token(found)
if floor(found) or (nonce and now < leased_until) then
  return 0
end
redis.call('ZREMRANGEBYSCORE', key, TOKEN, FLOOR)
leased_until = now + ARGV[4]
local high = math.floor(leased_until / 4294967296)
redis.call('ZADD', key, TOKEN, 'B' .. ARGV[3] .. struct.pack('>I4I4', high, leased_until - high * 4294967296) .. history())
keep_alive()
return 1
