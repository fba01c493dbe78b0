-- contests.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, uuid, text, text, text, text, text[], text, text, boolean, integer[], boolean, boolean, boolean, boolean, boolean, text, text, text, text, text, text, text, text, integer, jsonb, integer[], integer, jsonb, text, text, jsonb, text, text, text, integer, integer, integer
select c.id, c.version, c.school_id as "schoolId", c.series_id as "seriesId", c.period, c.name, c.type,
    c.theme, c.organisers, c.takes, c.per, c.compulsory, c.grades, c.for_pupils as "forPupils", c.for_teachers as "forTeachers",
    c.takes_text as "takesText", c.takes_files as "takesFiles", c.takes_paper as "takesPaper", c.opens_on::text as "opensOn",
    c.due_on::text as "dueOn", c.due_time as "dueTime", c.judged_by::text as "judgedBy", c.publishes_on::text as "publishesOn",
    c.plan, c.rule, c.ranked_by as "rankedBy", c.scores_needed as "scoresNeeded", c.quotas, c.questions, c.minutes, c.notes,
    c.status, c.reason, c.commendation, c.summary, c.published_on::text as "publishedOn", c.planned_on::text as "plannedOn",
    (select count(*)::int from contest_entry e where e.contest_id = c.id and e.status = 'handed-in') as entries,
    (select count(*)::int from contest_judge j where j.contest_id = c.id) as judges,
    (select count(*)::int from contest_prize p where p.contest_id = c.id and p.status = 'granted') as prizes
  from contest c where c.id = $1
