-- suitability-reviews.titlesByIsbn, written by `npm run emit`
-- takes text[]
-- gives text, uuid
select distinct on (w.isbn) w.isbn, t.id as "titleId"
   from unnest($1::text[]) as w(isbn) join title t on t.isbns @> array[w.isbn] and t.merged_into is null
   order by w.isbn, t.id
