-- hold-review.any, written by `npm run emit`
-- takes nothing
-- gives nothing
select from hold_review limit 1
