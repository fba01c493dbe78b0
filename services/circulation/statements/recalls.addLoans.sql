-- recalls.addLoans, written by `npm run emit`
-- takes uuid
-- gives nothing
insert into recall_loan (campaign_id, loan_id, class_id, kind)
   select c.id, l.id, coalesce(r.class_id, l.class_id), coalesce(k.kind, 'other')
   from recall_campaign c join loan l on l.lending_school_id = c.school_id and l.closed_how is null
   left join known_reader r on r.reader_id = l.reader_id left join known_copy k on k.copy_id = l.copy_id
   where c.id = $1 and (c.kinds is null or coalesce(k.kind, 'other') = any(c.kinds)) on conflict do nothing
