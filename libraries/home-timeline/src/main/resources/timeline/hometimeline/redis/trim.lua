-- Cuts an overfull timeline down. One without a floor has nowhere to write down what was cut off, so it is given up: a build
-- under way then ends in vain, and the next read begins another.

-- Many pushers see the same timeline overfull, and the first one cuts it down. It has at most two marks.
if redis.call('ZCARD', key) <= capacity + 2 then
  return 0
end
local from = floor(marks())
if from then
  trim(from)
else
  redis.call('DEL', key)
end
return 0
