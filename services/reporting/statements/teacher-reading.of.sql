-- teacher-reading.of, written by `npm run emit`
-- takes uuid, date, date, date, uuid, bigint
-- gives uuid, integer, integer, integer, boolean, integer, integer
with target as (
     select coalesce((
       select t.loans from known_target k cross join lateral jsonb_to_recordset(k.targets) as t(of text, loans int)
       where k.school_id = $1 and k.what = 'loans' and t.of = 'teacher'
         and k.since = (select max(since) from known_target where school_id = $1 and what = 'loans' and since <= $4::date)
       limit 1), 5) as loans
   ), teacher as (
     select distinct reader_id from reader_stay
     where school_id = $1 and kind = 'teacher' and since <= $4::date and (until is null or until > $4::date)
       and ($5::uuid is null or reader_id > $5)
     order by reader_id limit $6)
   select t.reader_id as "readerId", l.loans, l.times, a.loans as target, l.loans >= a.loans as reached, v.visits, v.minutes
   from teacher t cross join target a
     cross join lateral (
       select count(*)::int as loans, count(distinct loaned_on)::int as times from known_loan
       where reader_id = t.reader_id and loaned_on between $2::date and $3::date and reader_kind in ('teacher', 'staff')
         and not in_room) l
     cross join lateral (
       select count(*)::int as visits, coalesce(sum(minutes), 0)::int as minutes from known_visit
       where reader_id = t.reader_id and on_day between $2::date and $3::date and reader_kind in ('teacher', 'staff')
         and not taken_back and school_id = $1) v
   order by t.reader_id
