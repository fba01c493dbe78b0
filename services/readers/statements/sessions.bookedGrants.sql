-- sessions.bookedGrants, written by `npm run emit`
-- takes uuid
-- gives integer, text, uuid, uuid, uuid, text[], boolean, timestamp with time zone, timestamp with time zone
with own as (
     select g.account_id, g.n, g.role, coalesce(m.school_id, g.school_id) as school_id, g.class_id, g.reader_id, g.post_id,
       g.starts_at, g.ends_at
     from account_grant g left join school_cluster_member m on m.cluster_id = g.cluster_id
     where g.account_id = $1 or g.account_id in (
       select from_account_id from delegation where to_account_id = $1 and revoked_at is null)
   )
   select o.n, o.role, o.school_id as "schoolId", o.class_id as "classId", o.reader_id as "readerId", p.operations as only,
     false as delegated, o.starts_at as "startsAt", o.ends_at as "endsAt"
   from own o left join post p on p.id = o.post_id where o.account_id = $1
   union all
   select 1000, d.role, d.school_id, null, null, d.operations, true,
     greatest(d.starts_at, f.starts_at, h.starts_at), least(d.ends_at, f.ends_at, h.ends_at)
   from delegation d
     join account a on a.id = d.from_account_id and a.disabled_at is null
     join own f on f.account_id = d.from_account_id and f.role = d.role and f.school_id = d.school_id and f.post_id is null
     join own h on h.account_id = $1 and h.school_id = d.school_id and h.role in ('school-head', 'librarian', 'teacher')
   where d.to_account_id = $1 and d.revoked_at is null
   order by 1, 3
