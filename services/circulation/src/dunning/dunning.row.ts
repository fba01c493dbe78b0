/** Sheets `d` with what became of their copies; a run has some thousand lines at most, read by its key. */
export const RUN_VIEW = `select d.id, d.school_id as "schoolId", d.made_on::text as "madeOn", d.made_by as "madeBy",
    d.least_days as "leastDays", d.answer_by::text as "answerBy", d.note, f.*
  from dunning_run d cross join lateral (
    select count(*)::int as lines, count(distinct coalesce(n.reader_id, n.class_id))::int as borrowers,
      count(n.priority)::int as priority, (count(*) filter (where l.closed_how = 'returned'))::int as returned,
      (count(*) filter (where l.closed_how = 'lost'))::int as lost
    from dunning_line n join loan l on l.id = n.loan_id where n.run_id = d.id) f`;

/** A line `n` of a sheet with its loan `l`. */
export const LINE_VIEW = `select n.position,
    json_build_object('kind', case when n.reader_id is null then 'class' else 'reader' end, 'id', coalesce(n.reader_id, n.class_id)) as borrower,
    n.reader_id as "readerId", n.class_id as "classId", n.priority, n.loan_id as "loanId", t.title, k.barcode as "copyBarcode",
    k.call_number as "callNumber", k.price_fen as "priceFen", l.loaned_on::text as "loanedOn", n.due_on::text as "dueOn",
    n.days_late as "daysLate", coalesce(l.closed_how, 'open') as since
  from dunning_line n join loan l on l.id = n.loan_id
  left join known_copy k on k.copy_id = l.copy_id left join known_title t on t.title_id = l.title_id`;

export const PRIORITY_VIEW = `select p.reader_id as "readerId", r.class_id as "classId", p.why, p.marked_on::text as "markedOn", p.note,
    coalesce(b.open_loans, 0) as "openLoans"
  from dunning_priority p left join known_reader r on r.reader_id = p.reader_id
  left join borrower b on b.borrower_id = p.reader_id`;

export const CONTACT_VIEW = `select c.id, c.school_id as "schoolId", c.class_id as "classId", c.reader_id as "readerId", c.whom,
    c.contacted_on::text as "contactedOn", c.noted_by as "notedBy", c.note
  from return_contact c`;
