-- readers-at-desk.by-ids, written by `npm run emit`
-- takes uuid[]
-- gives text, uuid, text, uuid, text, uuid, uuid, text, boolean, text, text, integer, integer, uuid[], uuid[], text[], uuid[], uuid[], integer, integer, integer
select null as card_status, b.borrower_id, b.kind as borrower_kind, r.school_id as at_desk_school_id,
  r.kind as at_desk_kind, coalesce(kc.class_id, r.class_id) as at_desk_class_id, kc.school_id as class_school_id, r.standing, r.suspended,
  r.suspended_until::text as suspended_until, coalesce(kc.section, r.section) as section,
  coalesce(kc.entry_year, r.entry_year) as entry_year, b.version as b_version, b.open_loan_ids as b_loan_ids, b.open_title_ids as b_title_ids,
   b.open_dues::text[] as b_dues, b.in_room_ids as b_in_room_ids, b.block_ids as b_block_ids, b.open_holds as b_open_holds,
   b.loans_since_note as b_loans_since_note, b.compensations_owed as b_compensations_owed from borrower b 
  left join known_reader r on r.reader_id = b.borrower_id
  left join known_class kc on kc.class_id = case b.kind when 'class' then b.borrower_id else r.class_id end
   where b.borrower_id = any($1::uuid[]) and b.kind = 'reader'
