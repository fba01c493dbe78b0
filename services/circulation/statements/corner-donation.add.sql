-- corner-donation.add, written by `npm run emit`
-- takes uuid, uuid, uuid, uuid, uuid, text, text, text, text, integer, date
-- gives nothing
insert into corner_donation (id, school_id, corner_id, class_id, reader_id, giver, title, author, occasion, volumes, offered_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
