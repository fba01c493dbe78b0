-- textbookPacks.kept, written by `npm run emit`
-- takes uuid, uuid, text, date
-- gives text
select holder as ref from textbook_pack where school_id = $1 and term_id = $2 and occasion = $3 and hand_out_on = $4
