-- bindings.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, text, integer, text, text, integer, integer, text
select c.id as "copyId", b.title_id as "serialId", t.title, s.kind, c.volume, c.call_number as "callNumber",
  c.barcode, c.accession_number as "accessionNumber", coalesce(p.path, c.location) as location, c.stock_state as status,
  b.issues, b.missing, b.bound_on::text as "boundOn" from serial_bound_volume v join serial_binding b on b.id = v.binding_id
  join copy c on c.id = v.copy_id join serial s on s.title_id = b.title_id join title t on t.id = c.title_id
  left join location p on p.id = c.location_id where b.id = $1 order by c.accession_number
