-- entered-year.add, written by `npm run emit`
-- takes uuid, uuid, integer, integer, integer, integer, integer, integer, text, date, text
-- gives uuid
insert into entered_year (id, school_id, year, copies, titles, serials, staff, pupils, source, entered_on, entered_by)
   values ($1, $2, $3, $4,
     $5, $6, $7,
     $8, $9, $10,
     $11)
   on conflict on constraint entered_year_once do nothing returning id
