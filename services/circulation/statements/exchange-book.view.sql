-- exchange-book.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, json, uuid, text, text, text, integer, text, text, json, text
select b.id, b.school_id as "schoolId", json_build_object('kind', 'reader', 'id', b.giver_id) as giver,
    b.giver_id as "readerId", b.title, b.author, b.state, b.tickets, b.why, b.offered_on::text as "offeredOn",
    case when b.taker_id is not null then json_build_object('kind', 'reader', 'id', b.taker_id) end as taker,
    b.taken_on::text as "takenOn"
  from exchange_book b where b.id = $1
