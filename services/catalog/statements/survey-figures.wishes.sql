-- survey-figures.wishes, written by `npm run emit`
-- takes uuid
-- gives text, text, text, integer
select s.name, s.course, s.needed_on::text as "neededOn",
     (select count(*)::int from suggestion_vote v where v.suggestion_id = s.id) as votes
   from suggestion s where s.school_id = $1 and s.status = 'open' order by s.id desc limit 500
