-- lent-copy.lock, written by `npm run emit`
-- takes uuid[]
-- gives uuid, uuid, uuid, text, text, integer, text, uuid, uuid, uuid
select lc.copy_id as "copyId", k.title_id as "titleId", k.school_id as "schoolId", k.kind,
  k.stock_state as "stockState", lc.version, lc.state, lc.loan_id as "loanId", lc.hold_id as "holdId",
  lc.held_for as "heldFor" from lent_copy lc join known_copy k on k.copy_id = lc.copy_id
   where lc.copy_id = any($1::uuid[]) order by lc.copy_id for update of lc
