/** The columns of a notice `n` as doors show it. */
export const NOTICE_COLUMNS = `select n.id, n.school_id as "schoolId", n.kind, n.cause_id as "causeId", n.cause_on::text as "causeOn",
    n.reader_id as "readerId", n.class_id as "classId", n.recipient, n.channel, n.language, n.count, n.days_late as "daysLate",
    n.due_on::text as "dueOn", n.amount_fen as "amountFen", n.until_on::text as "untilOn", n.state, n.why, n.attempts,
    n.made_on::text as "madeOn", n.ended_at as "endedAt"`;

export const NOTICE_VIEW = `${NOTICE_COLUMNS} from notice n`;
