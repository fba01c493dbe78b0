-- loan-at-desk.gather, written by `npm run emit`
-- takes uuid, text, text, text
-- gives integer, text, uuid, uuid, uuid, text, text, text, text, text, text, uuid, text, uuid, text, uuid, uuid, text, boolean, text, text, integer, integer, uuid[], uuid[], text[], uuid[], uuid[], integer, integer, integer, bigint, uuid, uuid, uuid, uuid, text, uuid, uuid, uuid, text, uuid, integer, text, timestamp with time zone, integer, json, text, timestamp with time zone, uuid, text, text, text, bytea, integer, text, integer, integer
with asked as materialized (select id, copy_id from loan where id = $1),
   locked_copy as materialized (
     select lc.* from lent_copy lc where lc.copy_id = (select copy_id from asked) for update
   ), locked_loan as materialized (
     select l.* from loan l
     where l.id = (select case when (select count(*) from locked_copy) >= 0 then id end from asked) for update
   ), locked_borrower as materialized (
     select b.* from borrower b where b.borrower_id = (select coalesce(reader_id, class_id) from locked_loan) for update
   )
   select lc.version as copy_version, lc.state as copy_state, lc.loan_id as open_loan_id, lc.hold_id, lc.held_for,
          k.kind as copy_kind, k.stock_state, kt.title as shown_title, k.barcode as shown_barcode, k.call_number as shown_call_number,
          null as card_status, b.borrower_id, b.kind as borrower_kind, r.school_id as at_desk_school_id,
  r.kind as at_desk_kind, coalesce(kc.class_id, r.class_id) as at_desk_class_id, kc.school_id as class_school_id, r.standing, r.suspended,
  r.suspended_until::text as suspended_until, coalesce(kc.section, r.section) as section,
  coalesce(kc.entry_year, r.entry_year) as entry_year, b.version as b_version, b.open_loan_ids as b_loan_ids, b.open_title_ids as b_title_ids,
   b.open_dues::text[] as b_dues, b.in_room_ids as b_in_room_ids, b.block_ids as b_block_ids, b.open_holds as b_open_holds,
   b.loans_since_note as b_loans_since_note, b.compensations_owed as b_compensations_owed,
          (select count(*) from hold h where h.reader_id is distinct from l.reader_id
             and h.title_id = l.title_id and h.status = 'waiting' and h.pickup_school_id = l.owning_school_id
  and (h.wanted_copy_id is null or h.wanted_copy_id = l.copy_id)) as waiting,
          l.id, l.copy_id, l.title_id, l.reader_id, l.mode, l.lending_school_id, l.owning_school_id, l.reader_school_id, l.reader_kind, l.class_id, l.grade, l.clc, l.loaned_at, l.renewals, l.terms, l.closed_how, l.closed_at, l.closed_school_id, l.loaned_on::text as loaned_on, l.due_on::text as due_on, l.closed_on::text as closed_on, d.body_hash, d.status as answer_status, d.answer,
          
  (select stamp from lending_policy_stamp) as policy_stamp,
  coalesce((select version from known_calendar where school_id = l.lending_school_id), 0)
    + coalesce((select version from rotation_stamp where school_id = l.lending_school_id), 0) as calendar_version
   from (select 1) as one
   left join locked_loan l on true
   left join locked_copy lc on true
   left join locked_borrower b on true
   left join known_copy k on k.copy_id = lc.copy_id
   
  left join known_reader r on r.reader_id = b.borrower_id
  left join known_class kc on kc.class_id = case b.kind when 'class' then b.borrower_id else r.class_id end
   left join known_title kt on kt.title_id = l.title_id
   left join desk_request d on d.caller = $2 and d.route = $3 and d.key = $4
