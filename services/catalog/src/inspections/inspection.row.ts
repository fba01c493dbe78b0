const numberOf = (decision: string): string =>
  `(count(*) filter (where f.decision = '${decision}' and f.code is null))::int`;

/** What an inspection `i` found, added up; what was not taken out of use after all stands among the found alone. */
export const COUNTED_FINDINGS = `(select count(*)::int as found, ${numberOf('to-repair')} as to_repair, ${numberOf('to-weed')} as to_weed,
    ${numberOf('mended-at-once')} as at_once from condition_finding f where f.inspection_id = i.id)`;

export const INSPECTION_VIEW = `select i.id, i.school_id as "schoolId", i.what, i.inspected_on::text as "inspectedOn",
    i.inspected_by as "inspectedBy", i.entered_by as "enteredBy", i.location_id as "locationId", l.path as location,
    i.looked_at as "lookedAt", f.found, f.to_repair as "toRepair", f.to_weed as "toWeed", f.at_once as "mendedAtOnce", i.note
  from condition_inspection i left join location l on l.id = i.location_id cross join lateral ${COUNTED_FINDINGS} f`;

export const CONDITION_FINDING_VIEW = `select f.position, f.barcode, f.copy_id as "copyId", c.call_number as "callNumber",
    coalesce(t.title, f.words) as words, f.damage, f.decision, f.repair_id as "repairId", r.state as "repairState", f.code
  from condition_finding f left join copy c on c.id = f.copy_id left join title t on t.id = c.title_id
  left join repair r on r.id = f.repair_id`;
