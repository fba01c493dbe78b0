/** A campaign `c` with where its copies are: as it was at the end, where it is closed. */
export const CAMPAIGN_VIEW = `select c.id, c.school_id as "schoolId", c.name, c.kinds, c.opened_on::text as "openedOn",
    c.opened_by as "openedBy", c.last_day::text as "lastDay", c.closed_on::text as "closedOn", c.closed_by as "closedBy",
    c.result_note as "resultNote", c.version, coalesce(c.expected, f.expected) as expected, coalesce(c.returned, f.returned) as returned,
    coalesce(c.lost, f.lost) as lost, coalesce(c.expected - c.returned - c.lost, f.open) as open
  from recall_campaign c cross join lateral (
    select count(*)::int as expected, (count(*) filter (where l.closed_how = 'returned'))::int as returned,
      (count(*) filter (where l.closed_how = 'lost'))::int as lost, (count(*) filter (where l.closed_how is null))::int as open
    from recall_loan r join loan l on l.id = r.loan_id where r.campaign_id = c.id and c.closed_on is null) f`;
