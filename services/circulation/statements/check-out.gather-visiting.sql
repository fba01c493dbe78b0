-- check-out.gather-visiting, written by `npm run emit`
-- takes uuid[], text[], uuid[], text[], text[], text[], text[], text[], uuid[], uuid[], bigint
-- gives bigint, uuid, uuid, uuid, text, text, text, integer, integer, text, uuid, uuid, uuid, uuid, uuid, uuid, uuid, uuid, boolean, text, text, text, text, uuid, text, uuid, text, uuid, uuid, text, boolean, text, text, integer, integer, uuid[], uuid[], text[], uuid[], uuid[], integer, integer, integer, bytea, integer, text, integer, integer
select a.n, c.copy_id, c.title_id, c.school_id as copy_school_id, c.kind as copy_kind, c.stock_state, c.clc,
         case when c.copy_id is null then (select count(*)::int from known_copy k where k.barcode = a.barcode) end
           as elsewhere,
         lc.version as copy_version, lc.state as lending_state, lc.loan_id, lc.hold_id, lc.held_for,
         ol.reader_id as lent_to_reader, ol.class_id as lent_to_class, ol.lending_school_id as lent_by_school,
         ol.reader_school_id as lent_to_school,
         case when ol.reader_id is null then ol.class_id
           else (select class_id from known_reader where reader_id = ol.reader_id) end as lent_to_class_now,
         case when lc.state = 'in' and (select t.waiting from title_queue t where t.title_id = c.title_id) > 0 then
           exists (select from hold h
             where h.title_id = c.title_id and h.status = 'waiting' and h.pickup_school_id = a.school_id
  and (h.wanted_copy_id is null or h.wanted_copy_id = c.copy_id))
           else false end as awaited,
         kt.title as shown_title, c.barcode as shown_barcode, c.call_number as shown_call_number, coalesce(card.status, far.status) as card_status, b.borrower_id, b.kind as borrower_kind, r.school_id as at_desk_school_id,
  r.kind as at_desk_kind, coalesce(kc.class_id, r.class_id) as at_desk_class_id, kc.school_id as class_school_id, r.standing, r.suspended,
  r.suspended_until::text as suspended_until, coalesce(kc.section, r.section) as section,
  coalesce(kc.entry_year, r.entry_year) as entry_year, b.version as b_version, b.open_loan_ids as b_loan_ids, b.open_title_ids as b_title_ids,
   b.open_dues::text[] as b_dues, b.in_room_ids as b_in_room_ids, b.block_ids as b_block_ids, b.open_holds as b_open_holds,
   b.loans_since_note as b_loans_since_note, b.compensations_owed as b_compensations_owed,
         d.body_hash, d.status as answer_status, d.answer,
         
  (select stamp from lending_policy_stamp) as policy_stamp,
  coalesce((select version from known_calendar where school_id = a.school_id), 0)
    + coalesce((select version from rotation_stamp where school_id = a.school_id), 0) as calendar_version
  from (
    select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
        $9::uuid[], $10::uuid[])
      with ordinality as asked(school_id, barcode, reader_id, card_key, far_keys, caller, route, key, class_id, copy_id, n)
    limit $11
  ) a
  left join lateral (
    select k.* from known_copy k where k.copy_id = a.copy_id) c on true
  left join lateral (select l.* from lent_copy l where l.copy_id = c.copy_id ) lc on true
  left join lateral (
    select k.reader_id, k.status from known_card k where k.card_key = a.card_key and k.school_id = a.school_id
    order by k.status = 'active' desc limit 1) card on true
  left join lateral (
    select (array_agg(k.reader_id))[1] as reader_id, (array_agg(k.status))[1] as status
    from unnest(string_to_array(a.far_keys, ' ')) as scanned(card_key)
    cross join lateral (select * from known_card where card_key = scanned.card_key offset 0) k
    where card.reader_id is null and a.far_keys is not null
    having count(*) = 1) far on true
  left join lateral (
    select b.* from borrower b
    where b.borrower_id = case when coalesce(lc.version, 0) >= 0
      then coalesce(a.reader_id, card.reader_id, far.reader_id, a.class_id) end
      and b.kind = case when a.class_id is null then 'reader' else 'class' end ) b on true
  
  left join known_reader r on r.reader_id = b.borrower_id
  left join known_class kc on kc.class_id = case b.kind when 'class' then b.borrower_id else r.class_id end
  left join loan ol on ol.id = lc.loan_id
  left join known_title kt on kt.title_id = c.title_id
  left join desk_request d on d.caller = a.caller and d.route = a.route and d.key = a.key
