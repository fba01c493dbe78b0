-- forgetting.left-contacts, written by `npm run emit`
-- takes uuid[], bigint
-- gives uuid
select x.id from return_contact x where x.reader_id is not null and x.forgotten_on is null and true and x.reader_id = any($1::uuid[])
      and not (exists (select from legal_hold h where h.reader_id = x.reader_id and h.lifted_on is null)) limit $2
