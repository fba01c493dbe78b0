-- block.gather-and-lock, written by `npm run emit`
-- takes uuid, text[], uuid[]
-- gives json, json, integer, integer
with held as materialized (
     select lc.copy_id, lc.version, lc.state, lc.loan_id, lc.held_for from lent_copy lc
     where lc.copy_id in (
       select k.copy_id from known_copy k
       where k.barcode = any($2::text[]) and k.school_id = $1 and k.stock_state <> 'withdrawn')
     order by lc.copy_id for update
   ), held_borrower as materialized (
     select b.* from borrower b
     where b.borrower_id = any($3::uuid[]) and (select count(*) from held) >= 0
     order by b.borrower_id for update
   )
   select
     (select coalesce(json_agg(json_build_object(
         'copyId', h.copy_id, 'titleId', k.title_id, 'schoolId', k.school_id, 'barcode', k.barcode, 'kind', k.kind,
         'clc', k.clc, 'title', kt.title, 'callNumber', k.call_number, 'stockState', k.stock_state,
         'version', h.version, 'state', h.state, 'loanId', h.loan_id, 'heldFor', h.held_for,
         'awaited', coalesce((select t.waiting > 0 from title_queue t where t.title_id = k.title_id), false),
         'targetId', (select m.target_id from block_line l join block_manifest m on m.id = l.manifest_id
                      where l.loan_id = h.loan_id)) order by h.copy_id), '[]')
      from held h join known_copy k on k.copy_id = h.copy_id
      left join known_title kt on kt.title_id = k.title_id) as copies,
     (select coalesce(json_agg(to_json(each)), '[]')
      from (select null as card_status, b.borrower_id, b.kind as borrower_kind, r.school_id as at_desk_school_id,
  r.kind as at_desk_kind, coalesce(kc.class_id, r.class_id) as at_desk_class_id, kc.school_id as class_school_id, r.standing, r.suspended,
  r.suspended_until::text as suspended_until, coalesce(kc.section, r.section) as section,
  coalesce(kc.entry_year, r.entry_year) as entry_year, b.version as b_version, b.open_loan_ids as b_loan_ids, b.open_title_ids as b_title_ids,
   b.open_dues::text[] as b_dues, b.in_room_ids as b_in_room_ids, b.block_ids as b_block_ids, b.open_holds as b_open_holds,
   b.loans_since_note as b_loans_since_note, b.compensations_owed as b_compensations_owed from held_borrower b 
  left join known_reader r on r.reader_id = b.borrower_id
  left join known_class kc on kc.class_id = case b.kind when 'class' then b.borrower_id else r.class_id end) each) as borrowers,
     
  (select stamp from lending_policy_stamp) as policy_stamp,
  coalesce((select version from known_calendar where school_id = $1), 0)
    + coalesce((select version from rotation_stamp where school_id = $1), 0) as calendar_version
