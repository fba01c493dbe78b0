/** Columns of a request `r`. */
const requestColumns = `r.id, r.school_id as "schoolId", r.kind, r.subject, r.details, r.reader_id as "readerId",
  r.asked_on::text as "askedOn", r.needed_by::text as "neededBy", r.due_on::text as "dueOn", r.status, r.why, r.fate,
  r.ended_on::text as "endedOn"`;

/** A request `r` as the steps of its way read it, with the class of its reader. */
export const REQUEST = `select ${requestColumns}, r.asked_by as "askedBy", k.class_id as "classId"
  from service_request r left join known_reader k on k.reader_id = r.reader_id`;

/** Answers of a request `r` that stand, in one row `a`. */
export const ANSWERS = `cross join lateral (
    select min(on_day) as first_on, count(*)::int as answers, coalesce(sum(items), 0)::int as items,
      (array_agg(partner order by id desc) filter (where partner is not null))[1] as partner
    from service_answer where request_id = r.id and not taken_back) a`;

/** Whether a request `r` with answers `a` is late. @param today a parameter */
export const isLate = (today: string): string =>
  `coalesce(r.due_on < coalesce(a.first_on, r.ended_on, ${today}::date), false)`;

/** A request `r` as it is shown. @param today a parameter */
export const summaryOn = (today: string): string => `select ${requestColumns}, ${isLate(today)} as late,
    a.first_on::text as "answeredOn", a.answers, a.items, a.partner
  from service_request r left join known_reader k on k.reader_id = r.reader_id ${ANSWERS}`;
