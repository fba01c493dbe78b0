-- corner-donation.judge, written by `npm run emit`
-- takes uuid, text, boolean, boolean, boolean, text, date, text
-- gives nothing
update corner_donation set state = $2, sound = $3, scientific = $4, interesting = $5, why = $6, vetted_on = $7,
     vetted_by = $8, version = version + 1 where id = $1
