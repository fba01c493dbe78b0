-- e-resources.enter, written by `npm run emit`
-- takes uuid, uuid, text, date, date, bigint, integer, text, text, uuid, date, text
-- gives nothing
insert into e_resource_line (id, resource_id, number, kind, starts_on, ends_on, cost_fen, quota, document_number, note, corrects,
     entered_on, entered_by)
   select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from e_resource_line where resource_id = $2
