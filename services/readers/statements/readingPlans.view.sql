-- readingPlans.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, uuid, uuid, uuid, integer, integer, text, text, text, text, integer, integer, json
select p.id, p.version, p.school_id as "schoolId", p.reader_id as "readerId", r.class_id as "classId",
    p.term_id as "termId", p.goal_books as "goalBooks", p.goal_minutes as "goalMinutes", p.aim, p.comment,
    p.commented_on::text as "commentedOn", p.made_on::text as "madeOn", b.planned, b.done, b.books
  from reading_plan p join reader r on r.id = p.reader_id cross join lateral (
    select count(*)::int as planned, count(b.done_on)::int as done,
      coalesce(json_agg(json_build_object('title', b.title, 'author', b.author, 'titleId', b.title_id, 'byDay', b.by_day,
        'doneOn', b.done_on, 'note', b.note) order by b.position), '[]') as books
    from reading_plan_book b where b.plan_id = p.id) b where p.id = $1
