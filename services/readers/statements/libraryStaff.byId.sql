-- libraryStaff.byId, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, uuid, text, text, uuid, text, text, text, boolean, integer, text, text, text, text, text, text
select m.id, m.version, m.school_id as "schoolId", s.name as "schoolName", m.name, m.reader_id as "readerId",
    m.title, m.education, m.post, m.is_head as "isHead", m.weekly_hours as "weeklyHours",
    m.certificate_number as "certificateNumber", m.certificate_issued_on::text as "certificateIssuedOn",
    m.certificate_expires_on::text as "certificateExpiresOn", m.starts_on::text as "startsOn", m.ends_on::text as "endsOn",
    m.entered_on::text as "enteredOn"
  from library_staff m join school s on s.id = m.school_id where m.id = $1
