-- standings.read, written by `npm run emit`
-- takes uuid[], uuid, text[]
-- gives text, uuid, text, uuid, text, uuid, uuid, text, boolean, text, text, integer, integer, uuid[], uuid[], text[], uuid[], uuid[], integer, integer, integer, integer, integer
with card as (
     select k.reader_id, k.status from known_card k where k.card_key = any($3::text[])
     order by array_position($3::text[], k.card_key), k.status = 'active' desc limit 1
   ), asked as (
     select unnest($1::uuid[]) as reader_id union
     select reader_id from known_reader where class_id = $2 union
     select reader_id from card
   )
   select (select status from card) as card_status, b.borrower_id, b.kind as borrower_kind, r.school_id as at_desk_school_id,
  r.kind as at_desk_kind, coalesce(kc.class_id, r.class_id) as at_desk_class_id, kc.school_id as class_school_id, r.standing, r.suspended,
  r.suspended_until::text as suspended_until, coalesce(kc.section, r.section) as section,
  coalesce(kc.entry_year, r.entry_year) as entry_year, b.version as b_version, b.open_loan_ids as b_loan_ids, b.open_title_ids as b_title_ids,
   b.open_dues::text[] as b_dues, b.in_room_ids as b_in_room_ids, b.block_ids as b_block_ids, b.open_holds as b_open_holds,
   b.loans_since_note as b_loans_since_note, b.compensations_owed as b_compensations_owed, 
  (select stamp from lending_policy_stamp) as policy_stamp,
  coalesce((select version from known_calendar where school_id = r.school_id), 0)
    + coalesce((select version from rotation_stamp where school_id = r.school_id), 0) as calendar_version
   from asked join borrower b on b.borrower_id = asked.reader_id and b.kind = 'reader'
   
  left join known_reader r on r.reader_id = b.borrower_id
  left join known_class kc on kc.class_id = case b.kind when 'class' then b.borrower_id else r.class_id end
   order by b.borrower_id
