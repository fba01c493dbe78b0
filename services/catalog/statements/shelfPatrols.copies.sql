-- shelfPatrols.copies, written by `npm run emit`
-- takes uuid, text[], uuid
-- gives uuid, text, text, boolean, boolean
select c.id, c.barcode, c.call_number as "callNumber",
     c.location_id is null or exists (select from location p where p.id = c.location_id and $3 = any(p.ancestors)) as "belongsHere",
     c.lending = 'in' and c.stock_state in ('processing', 'lendable', 'reading-room') as "isIn"
   from copy c where c.school_id = $1 and c.barcode = any($2::text[])
