-- forgetting.notes, written by `npm run emit`
-- takes uuid[]
-- gives nothing
with paid as (
     update compensation set note = null, settlement_note = null where loan_id = any($1::uuid[])
   ), cases as (
     update loan_case set note = null, end_note = null where loan_id = any($1::uuid[]))
   update desk_override set reason = '-' where loan_id = any($1::uuid[])
