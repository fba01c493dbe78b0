/** A document `m` with what came of its lines. */
export const MANIFEST_VIEW = `select m.id, m.school_id as "schoolId", m.purpose, m.target_id as "targetId",
    json_build_object('kind', case when m.reader_id is null then 'class' else 'reader' end,
      'id', coalesce(m.reader_id, m.class_id)) as borrower,
    m.reader_id as "readerId", m.from_id as "fromId", m.place, m.copies, l.out, l.missing as "foundMissing", l.damaged,
    m.sent_on::text as "sentOn", m.sent_by as "sentBy", m.due_on::text as "dueOn", m.state,
    m.received_on::text as "receivedOn", m.received_by as "receivedBy", m.handed_to as "handedTo", m.note, m.version
  from block_manifest m
  cross join lateral (
    select (count(*) filter (where n.closed_how is null))::int as out,
      (count(*) filter (where l.finding = 'missing'))::int as missing,
      (count(*) filter (where l.finding = 'damaged'))::int as damaged
    from block_line l join loan n on n.id = l.loan_id where l.manifest_id = m.id) l`;

/** A line `l` with its loan `n` and what a person reads of its copy. */
export const MANIFEST_LINE_VIEW = `select l.position, l.copy_id as "copyId", l.loan_id as "loanId", k.barcode as "copyBarcode",
    kt.title, k.call_number as "callNumber", l.finding, coalesce(n.closed_how, 'open') as status,
    n.closed_on::text as "closedOn"
  from block_line l join loan n on n.id = l.loan_id
  left join known_copy k on k.copy_id = l.copy_id left join known_title kt on kt.title_id = k.title_id`;
