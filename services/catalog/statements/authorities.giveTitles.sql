-- authorities.giveTitles, written by `npm run emit`
-- takes uuid, uuid[]
-- gives nothing
insert into title_authority (title_id, authority_id) select unnest($2::uuid[]), $1 on conflict do nothing
