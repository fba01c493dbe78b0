-- accounts.lock, written by `npm run emit`
-- takes uuid
-- gives integer
select 1 from account where id = $1 for no key update
