-- authorities.moveTitles, written by `npm run emit`
-- takes uuid, uuid
-- gives uuid, boolean
with moved as (
     delete from title_authority where authority_id = $1 returning title_id
   ), added as (
     insert into title_authority (title_id, authority_id) select title_id, $2 from moved on conflict do nothing returning title_id
   ) select m.title_id as "titleId", a.title_id is not null as gained from moved m left join added a using (title_id)
