-- textbookPacks.dropPlanned, written by `npm run emit`
-- takes uuid, uuid, text, date, text[]
-- gives nothing
delete from textbook_pack where school_id = $1 and term_id = $2 and occasion = $3 and hand_out_on = $4
     and status = 'planned' and holder = any($5::text[])
