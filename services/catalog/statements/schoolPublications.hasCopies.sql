-- schoolPublications.hasCopies, written by `npm run emit`
-- takes uuid, uuid
-- gives boolean
select exists (select from copy where title_id = $1 and school_id = $2 and stock_state <> 'withdrawn') as held
