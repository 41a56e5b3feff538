-- Cuts an overfull timeline down. One without a floor has nowhere to write down what was cut off, so it is given up: a build
-- under way then ends in vain, and the next read begins another.

local from = floor()
if from then
  trim(from)
else
  redis.call('DEL', key)
end
return 0
