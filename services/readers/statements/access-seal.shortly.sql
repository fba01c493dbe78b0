-- access-seal.shortly, written by `npm run emit`
-- takes nothing
-- gives text
select set_config('lock_timeout', '200ms', true)
