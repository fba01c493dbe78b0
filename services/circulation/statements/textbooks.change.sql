-- textbooks.change, written by `npm run emit`
-- takes uuid, text, text, text, text, integer, text, integer
-- gives nothing
update textbook set name = $2, subject = $3, publisher = $4, isbn = $5, price_fen = $6, status = $7, version = $8 where id = $1
