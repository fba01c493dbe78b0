-- exchange-book.add, written by `npm run emit`
-- takes uuid, uuid, uuid, text, text, date
-- gives nothing
insert into exchange_book (id, school_id, giver_id, title, author, offered_on) values ($1, $2, $3, $4, $5, $6)
