-- corner-donation.remove, written by `npm run emit`
-- takes uuid
-- gives nothing
update corner_donation set state = 'removed', version = version + 1 where id = $1
