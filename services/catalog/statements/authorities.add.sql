-- authorities.add, written by `npm run emit`
-- takes uuid, integer, text, text, text[], text, text, text
-- gives nothing
insert into authority (id, version, kind, preferred, variants, dates, note, filing) values ($1, $2, $3, $4, $5, $6, $7, $8)
