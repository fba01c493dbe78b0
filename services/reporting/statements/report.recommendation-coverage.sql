-- report.recommendation-coverage, written by `npm run emit`
-- takes uuid, date, date, date
-- gives uuid, text, integer, integer, integer, double precision, integer, text
with school as (
       select s.school_id, coalesce(f.code, s.code) as code, coalesce(f.name, s.name) as name
       from known_school s
         left join lateral (select code, name from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1), fresh as (
       select school_id, title_id from school_title
       where school_id = any(array(select school_id from school))
         and since between make_date(school_year_of($4::date), 9, 1) and $4::date
     ), issue as (
       select school_id, title_ids from known_issue
       where school_id = any(array(select school_id from school)) and not withdrawn and published_on between $2::date and $3::date
     ), told as (
       select distinct school_id, title_id from issue cross join lateral unnest(title_ids) title_id
     ), counted as (
       select s.school_id, (select count(*)::int from issue i where i.school_id = s.school_id) as issues,
              (select count(*)::int from fresh f where f.school_id = s.school_id) as new_titles,
              (select count(*)::int from fresh f join told t using (school_id, title_id) where f.school_id = s.school_id) as recommended
       from school s)
     select c.school_id as "schoolId", s.name as school, c.issues, c.new_titles as "newTitles", c.recommended,
            round(100.0 * coalesce(c.recommended, 0) / nullif(c.new_titles, 0), 1)::float8 as percent, 15 as target,
            case when c.new_titles > 0 then case when 100 * c.recommended >= 15 * c.new_titles then 'yes' else 'no' end end as met
     from counted c join school s using (school_id)
     where $1::uuid is not null or c.issues > 0 or c.new_titles > 0
     order by s.code
