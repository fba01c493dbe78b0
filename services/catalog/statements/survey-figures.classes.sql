-- survey-figures.classes, written by `npm run emit`
-- takes uuid
-- gives text, integer
select main_class as "mainClass", volumes::int as volumes from register_sum_now
   where school_id = $1 and volumes > 0 order by main_class = '-', main_class
