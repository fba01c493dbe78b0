-- authorities.into, written by `npm run emit`
-- takes uuid
-- gives uuid
select merged_into as "into" from authority where id = $1
