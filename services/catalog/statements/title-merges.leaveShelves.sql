-- title-merges.leaveShelves, written by `npm run emit`
-- takes uuid, uuid
-- gives nothing
delete from shelf_number mine using shelf_number theirs
   where mine.title_id = $2 and not mine.allocated and theirs.title_id = $1
     and (theirs.school_id, theirs.clc, theirs.book_number) = (mine.school_id, mine.clc, mine.book_number)
     and not exists (select from copy c where c.title_id = $2 and c.school_id = mine.school_id and c.clc = mine.clc
                       and c.book_number = mine.book_number)
