-- delegations.lock, written by `npm run emit`
-- takes uuid
-- gives integer
select 1 from delegation where id = $1 for update
