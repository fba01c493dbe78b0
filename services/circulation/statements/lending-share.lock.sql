-- lending-share.lock, written by `npm run emit`
-- takes uuid[]
-- gives nothing
select from lending_share where school_id = any($1::uuid[]) order by school_id for update
