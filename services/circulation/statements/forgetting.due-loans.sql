-- forgetting.due-loans, written by `npm run emit`
-- takes uuid, date, bigint
-- gives uuid
select x.id from loan x where x.reader_id is not null and x.forgotten_on is null and x.closed_on is not null and x.reader_school_id = $1
      and x.closed_on <= $2::date and not (exists (select from legal_hold h where h.reader_id = x.reader_id and h.lifted_on is null) or exists (select from compensation c where c.loan_id = x.id and c.status = 'owed')
    or exists (select from loan_case k where k.loan_id = x.id and k.state = 'open'))
      order by x.closed_on, x.id limit $3
