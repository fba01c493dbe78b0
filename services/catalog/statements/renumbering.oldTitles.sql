-- renumbering.oldTitles, written by `npm run emit`
-- takes uuid, uuid, text
-- gives uuid, text, boolean, text, text
select o.title_id as "titleId", o.old_number as "oldNumber", o.was_allocated as "wasAllocated", o.new_number as "newNumber",
     n.book_number as "present"
   from renumbering_title o
   left join shelf_number n on n.school_id = $2 and n.clc = $3 and n.title_id = o.title_id
   where o.renumbering_id = $1
