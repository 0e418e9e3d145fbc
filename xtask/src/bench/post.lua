-- Posts the seed article again and again (wrk -s post.lua URL -- FILE), and tells the answers apart by status.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  local file = assert(io.open(args[1], "rb"))
  wrk.method = "POST"
  wrk.body = file:read("*a")
  wrk.headers["Content-Type"] = "text/plain; charset=utf-8"
  file:close()
  ok, refused, other = 0, 0, 0
end

function response(status)
  if status == 200 then
    ok = ok + 1
  elseif status == 429 or status == 503 then
    refused = refused + 1
  else
    other = other + 1
  end
end

function done(summary, latency)
  local ok, refused, other = 0, 0, 0
  for _, thread in ipairs(threads) do
    ok = ok + thread:get("ok")
    refused = refused + thread:get("refused")
    other = other + thread:get("other")
  end
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format("figures %.6f %d %d %d %d %.3f %.3f", summary.duration / 1e6, ok, refused, other, errors,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
