-- lost-copy.lost, written by `npm run emit`
-- takes uuid[]
-- gives uuid
select copy_id from lost_copy where copy_id = any($1) and upper_inf(lost)
