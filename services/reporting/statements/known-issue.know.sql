-- known-issue.know, written by `npm run emit`
-- takes uuid, uuid, date, uuid[], boolean, integer
-- gives nothing
insert into known_issue as k (issue_id, school_id, published_on, title_ids, withdrawn, version)
   values ($1, $2, $3, $4::uuid[], $5, $6)
   on conflict (issue_id) do update set published_on = excluded.published_on, title_ids = excluded.title_ids,
     withdrawn = excluded.withdrawn, version = excluded.version
   where k.version < excluded.version
