-- renumbering.titles, written by `npm run emit`
-- takes uuid, text, bigint
-- gives uuid, text, boolean, integer
select n.title_id as "titleId", n.book_number as "bookNumber", n.allocated,
     (select count(*)::int from copy c where c.title_id = n.title_id and c.school_id = n.school_id and c.clc = n.clc
        and c.book_number is not null and c.stock_state <> 'withdrawn') as copies
   from shelf_number n where n.school_id = $1 and n.clc = $2 order by n.title_id limit $3
