-- return.see, written by `npm run emit`
-- takes uuid[], text[], text[], text[], text[], bigint
-- gives bigint, uuid, uuid, uuid, text, text, text, text, integer, text, uuid, uuid, integer, integer, uuid, uuid, uuid, uuid, uuid, text, uuid, uuid, uuid, text, uuid, integer, text, timestamp with time zone, integer, json, text, timestamp with time zone, uuid, text, text, text, bytea, integer, text, integer, integer
select a.n, k.copy_id as k_copy_id, k.title_id as k_title_id, k.school_id as k_school_id, k.stock_state,
          kt.title as shown_title, k.barcode as shown_barcode, k.call_number as shown_call_number, lc.version as copy_version, lc.state as copy_state, lc.hold_id, lc.held_for,
          t.waiting, b.open_holds,
          case when l.reader_id is null then l.class_id else r.class_id end as reader_class_id,
          l.id, l.copy_id, l.title_id, l.reader_id, l.mode, l.lending_school_id, l.owning_school_id, l.reader_school_id, l.reader_kind, l.class_id, l.grade, l.clc, l.loaned_at, l.renewals, l.terms, l.closed_how, l.closed_at, l.closed_school_id, l.loaned_on::text as loaned_on, l.due_on::text as due_on, l.closed_on::text as closed_on, d.body_hash, d.status as answer_status, d.answer, 
  (select stamp from lending_policy_stamp) as policy_stamp,
  coalesce((select version from known_calendar where school_id = a.school_id), 0)
    + coalesce((select version from rotation_stamp where school_id = a.school_id), 0) as calendar_version
   from (
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
       with ordinality as asked(school_id, barcode, caller, route, key, n)
     limit $6
   ) a
   left join lateral (select * from known_copy k where k.barcode = a.barcode offset 0) k on true
   left join lent_copy lc on lc.copy_id = k.copy_id
   left join loan l on l.id = lc.loan_id
   left join known_reader r on r.reader_id = l.reader_id
   left join borrower b on b.borrower_id = coalesce(l.reader_id, l.class_id)
   left join title_queue t on t.title_id = k.title_id
   left join known_title kt on kt.title_id = k.title_id
   left join desk_request d on d.caller = a.caller and d.route = a.route and d.key = a.key
