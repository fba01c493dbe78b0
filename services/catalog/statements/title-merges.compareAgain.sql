-- title-merges.compareAgain, written by `npm run emit`
-- takes uuid[]
-- gives nothing
insert into title_to_compare select unnest($1::uuid[]) on conflict do nothing
