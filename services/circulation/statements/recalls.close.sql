-- recalls.close, written by `npm run emit`
-- takes uuid, date, text, text
-- gives nothing
update recall_campaign c set closed_on = $2, closed_by = $3, result_note = $4, version = version + 1, expected = f.expected,
     returned = f.returned, lost = f.lost
   from (select count(*)::int as expected, (count(*) filter (where l.closed_how = 'returned'))::int as returned,
       (count(*) filter (where l.closed_how = 'lost'))::int as lost
     from recall_loan r join loan l on l.id = r.loan_id where r.campaign_id = $1) f
   where c.id = $1
