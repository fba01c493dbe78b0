-- readingPlans.clear, written by `npm run emit`
-- takes uuid
-- gives nothing
delete from reading_plan_book where plan_id = $1
