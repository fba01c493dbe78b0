import { KEPT_UNTIL } from '../files/archive-file.row.js';

export const DESTRUCTION_VIEW = `select d.id, d.school_id as "schoolId", d.name, d.state,
    (select count(*)::int from archive_destruction_file g where g.destruction_id = d.id) as files, d.proposed_on::text as "proposedOn",
    d.decided_on::text as "decidedOn", d.document_number as "documentNumber", d.words, d.carried_out_on::text as "carriedOutOn", d.witness
  from archive_destruction d`;

/** Files with the day from which they need not be kept, and the proposal on which they stand. */
export const EXPIRIES = `select f.id, f.code, f.class, f.year, f.title, f.retention, f.filed_on::text as "filedOn",
    (${KEPT_UNTIL})::text as "expiredOn", g.destruction_id as "destructionId"
  from archive_file f left join archive_destruction_file g on g.file_id = f.id and g.open`;

/** What has run out by the day `$2`. */
export const HAS_EXPIRED = `f.retention <> 'permanent' and f.state in ('received', 'filed', 'shelved') and f.filed_on < make_date(extract(year from $2::date)::int - 10, 1, 1)
    and ${KEPT_UNTIL} <= $2::date`;
