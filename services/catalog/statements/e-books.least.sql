-- e-books.least, written by `npm run emit`
-- takes uuid, date
-- gives double precision
select least(coalesce(min(balance) filter (where on_day > $2::date), 'infinity'),
       coalesce((select sum(volumes) from e_book_line where school_id is not distinct from $1::uuid and on_day <= $2::date), 0))::float8
       as least
   from (select on_day, sum(sum(volumes)) over (order by on_day) as balance from e_book_line
         where school_id is not distinct from $1::uuid group by on_day) d
