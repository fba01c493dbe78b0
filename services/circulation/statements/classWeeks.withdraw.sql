-- classWeeks.withdraw, written by `npm run emit`
-- takes uuid, date
-- gives uuid
delete from class_week where school_id = $1 and week_starts_on = $2::date returning class_id
