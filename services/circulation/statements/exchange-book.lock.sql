-- exchange-book.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, integer, uuid, uuid
select b.id, b.school_id as "schoolId", b.giver_id as "giverId", b.state, b.tickets, b.taker_id as "takerId",
     r.class_id as "classId"
   from exchange_book b left join known_reader r on r.reader_id = b.giver_id where b.id = $1 for update of b
