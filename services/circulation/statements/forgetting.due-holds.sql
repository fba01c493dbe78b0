-- forgetting.due-holds, written by `npm run emit`
-- takes uuid, date, bigint
-- gives uuid
select x.id from hold x where x.reader_id is not null and x.forgotten_on is null and x.ended_on is not null and x.reader_school_id = $1
      and x.ended_on <= $2::date and not (exists (select from legal_hold h where h.reader_id = x.reader_id and h.lifted_on is null))
      order by x.ended_on, x.id limit $3
