-- copy-transfer.view, written by `npm run emit`
-- takes uuid, date
-- gives uuid, uuid, uuid, uuid, uuid, uuid, text, uuid, text, uuid, integer, text, text, text, text, text, text, text, text, text, uuid, text, text, text, integer, boolean
select t.id, t.copy_id as "copyId", t.title_id as "titleId", t.owning_school_id as "owningSchoolId",
  t.from_school_id as "fromSchoolId", t.to_school_id as "toSchoolId", t.why, t.hold_id as "holdId", t.status,
  t.run_id as "runId", t.version, kt.title as shown_title, k.barcode as shown_barcode, k.call_number as shown_call_number,
    o.name as "owningSchool", f.name as "fromSchool", d.name as "toSchool",
    t.requested_on::text as "requestedOn", t.packed_on::text as "packedOn", t.packed_by as "packedBy",
    t.received_at_school_id as "receivedAtSchoolId", t.ended_on::text as "endedOn", t.ended_by as "endedBy", t.note,
    case when t.status = 'packed' then now.today - t.packed_on end as "daysOnWay", t.status = 'packed' and t.packed_on + coalesce(s.days_on_way, 7) < now.today as missing
  from copy_transfer t cross join (select $2::date as today) now
  left join known_copy k on k.copy_id = t.copy_id
  left join known_title kt on kt.title_id = t.title_id
  left join known_school o on o.school_id = t.owning_school_id
  left join known_school f on f.school_id = t.from_school_id
  left join known_school d on d.school_id = t.to_school_id
  left join lending_share s on s.school_id = t.owning_school_id where t.id = $1
