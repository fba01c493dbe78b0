-- committee.member, written by `npm run emit`
-- takes date, uuid
-- gives uuid, uuid, text, uuid, text, boolean, text, text, boolean
select m.id, m.school_id as "schoolId", m.kind, m.reader_id as "readerId", m.name,
    m.account_id is not null as "votesAlone", m.starts_on::text as "startsOn", m.ends_on::text as "endsOn",
    $1::date between m.starts_on and m.ends_on as "inOffice"
  from committee_member m where m.id = $2
