-- clc-classes.add, written by `npm run emit`
-- takes text[], text[], text[], text[]
-- gives nothing
insert into clc_class (notation, words, parent, filing)
   select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
