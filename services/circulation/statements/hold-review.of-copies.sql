-- hold-review.of-copies, written by `npm run emit`
-- takes uuid[], uuid[]
-- gives nothing
insert into hold_review (copy_id)
   select c.copy_id from unnest($1::uuid[], $2::uuid[]) as c(copy_id, title_id)
   where exists (select from title_queue t where t.title_id = c.title_id and t.waiting > 0)
      or exists (select from lent_copy lc where lc.copy_id = c.copy_id and lc.state = 'hold-shelf')
      or exists (select from hold h where h.wanted_copy_id = c.copy_id and h.status = 'waiting')
