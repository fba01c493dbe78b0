-- notice-templates.school, written by `npm run emit`
-- takes uuid
-- gives nothing
select from school where id = $1
