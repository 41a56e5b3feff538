-- Gives a build up. What was pushed meanwhile goes too: a cold timeline must not cost the fan-out anything.
--
-- ARGV[3] = nonce.

if token(marks()) == ARGV[3] then
  redis.call('DEL', key)
end
return 0
