-- authorities.change, written by `npm run emit`
-- takes uuid, integer, text, text[], text, text, text
-- gives nothing
update authority set version = $2, preferred = $3, variants = $4, dates = $5, note = $6, filing = $7 where id = $1
