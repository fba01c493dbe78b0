-- title-merges.separate, written by `npm run emit`
-- takes uuid
-- gives integer
with recursive below as (
     select title_id from title_merge where into_title_id = $1 and undone_at is null
     union
     select m.title_id from title_merge m join below b on m.into_title_id = b.title_id where m.undone_at is null
   ), along as (
     update title set merged_into = $1 where id in (select title_id from below))
   update title set merged_into = null, version = version + 1 where id = $1 returning version
