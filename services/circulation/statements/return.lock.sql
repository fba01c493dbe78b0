-- return.lock, written by `npm run emit`
-- takes uuid
-- gives text, integer, text, uuid, uuid, uuid, integer, boolean, uuid, uuid, uuid, uuid, text, uuid, uuid, uuid, text, uuid, integer, text, timestamp with time zone, integer, json, text, timestamp with time zone, uuid, text, text, text, integer, uuid[], uuid[], text[], uuid[], uuid[], integer, integer, integer
with picked as materialized (
     select k.copy_id, k.title_id, k.stock_state from known_copy k where k.copy_id = $1
   ), locked_copy as materialized (
     select lc.* from lent_copy lc where lc.copy_id = (select copy_id from picked) for update
   ), locked_loan as materialized (
     select l.* from loan l where l.id = (select loan_id from locked_copy) for update
   ), locked_borrower as materialized (
     select b.* from borrower b where b.borrower_id = (select coalesce(reader_id, class_id) from locked_loan) for update
   ), seen_queue as materialized (
     select t.title_id, t.waiting > 0 as awaited from title_queue t
     where t.title_id = (
       select case when (select count(*) from locked_borrower) > 0 or (select loan_id from locked_copy) is null
              then title_id end from picked)
   ), own_queue as materialized (
     select t.* from title_queue t where t.title_id = (select title_id from seen_queue where awaited) for update
   ), shared_queue as materialized (
     select t.* from title_queue t where t.title_id = (select title_id from seen_queue where not awaited) for share
   )
   select p.stock_state, lc.version as copy_version, lc.state as copy_state, lc.loan_id as open_loan_id, lc.hold_id,
          lc.held_for, coalesce(own.waiting, shared.waiting) as waiting, own.title_id is not null as queue_is_own,
          l.id, l.copy_id, l.title_id, l.reader_id, l.mode, l.lending_school_id, l.owning_school_id, l.reader_school_id, l.reader_kind, l.class_id, l.grade, l.clc, l.loaned_at, l.renewals, l.terms, l.closed_how, l.closed_at, l.closed_school_id, l.loaned_on::text as loaned_on, l.due_on::text as due_on, l.closed_on::text as closed_on, b.version as b_version, b.open_loan_ids as b_loan_ids, b.open_title_ids as b_title_ids,
   b.open_dues::text[] as b_dues, b.in_room_ids as b_in_room_ids, b.block_ids as b_block_ids, b.open_holds as b_open_holds,
   b.loans_since_note as b_loans_since_note, b.compensations_owed as b_compensations_owed
   from (select 1) as one
   left join picked p on true
   left join locked_copy lc on true
   left join locked_loan l on true
   left join locked_borrower b on true
   left join own_queue own on true
   left join shared_queue shared on true
