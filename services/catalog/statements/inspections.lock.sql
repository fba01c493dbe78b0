-- inspections.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, text, boolean
select i.school_id as "schoolId", i.entered_on::text as "enteredOn",
     exists (select from condition_finding f where f.inspection_id = i.id and f.repair_id is not null) as "hasRepairs"
   from condition_inspection i where i.id = $1 for update
