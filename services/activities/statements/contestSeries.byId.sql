-- contestSeries.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, jsonb, boolean, jsonb, boolean, integer, text
select s.id, s.version, s.school_id as "schoolId", s.name, s.rhythm, s.only_in_term as "onlyInTerm",
    s.template as contest, s.ended, m.made, m."lastPeriod"
  from contest_series s cross join lateral (
    select count(*)::int as made, max(c.period) as "lastPeriod" from contest c where c.series_id = s.id) m where s.id = $1
