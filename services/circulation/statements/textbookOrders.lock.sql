-- textbookOrders.lock, written by `npm run emit`
-- takes uuid
-- gives uuid, uuid, uuid, text, text, text, text, text, text, integer
select o.id, o.school_id as "schoolId", o.term_id as "termId", o.name, o.wishes_until::text as "wishesUntil",
    o.status, o.confirmed_on::text as "confirmedOn", o.reported_on::text as "reportedOn", o.office_note as "officeNote", o.version
  from textbook_order o where o.id = $1 for update
