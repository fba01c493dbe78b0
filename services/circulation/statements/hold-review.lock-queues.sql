-- hold-review.lock-queues, written by `npm run emit`
-- takes uuid[]
-- gives nothing
select from title_queue where title_id = any($1::uuid[]) order by title_id for share
