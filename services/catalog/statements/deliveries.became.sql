-- deliveries.became, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
update delivery_line l set title_id = m."titleId", first_accession_number = m.first
   from jsonb_to_recordset($2::jsonb) as m(number int, "titleId" uuid, first int)
   where l.delivery_id = $1 and l.number = m.number
