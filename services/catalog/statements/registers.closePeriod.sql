-- registers.closePeriod, written by `npm run emit`
-- takes uuid, integer, text, date, timestamp with time zone, text, integer
-- gives integer, text, integer, integer, integer, double precision
insert into register_period
     (school_id, number, name, closed_on, closed_at, closed_by, last_line, titles, volumes, fen)
   select $1, $2, $3, $4::date, $5, $6, $7, sum(titles), sum(volumes), sum(fen)
   from register_line where school_id = $1 and number <= $7
   returning number, closed_on::text as "closedOn", last_line as "lastLine", titles, volumes, fen::float8 as fen
