-- inspections.view, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, text, text, text, text, uuid, text, integer, integer, integer, integer, integer, text
select i.id, i.school_id as "schoolId", i.what, i.inspected_on::text as "inspectedOn",
    i.inspected_by as "inspectedBy", i.entered_by as "enteredBy", i.location_id as "locationId", l.path as location,
    i.looked_at as "lookedAt", f.found, f.to_repair as "toRepair", f.to_weed as "toWeed", f.at_once as "mendedAtOnce", i.note
  from condition_inspection i left join location l on l.id = i.location_id cross join lateral (select count(*)::int as found, (count(*) filter (where f.decision = 'to-repair' and f.code is null))::int as to_repair, (count(*) filter (where f.decision = 'to-weed' and f.code is null))::int as to_weed,
    (count(*) filter (where f.decision = 'mended-at-once' and f.code is null))::int as at_once from condition_finding f where f.inspection_id = i.id) f where i.id = $1
