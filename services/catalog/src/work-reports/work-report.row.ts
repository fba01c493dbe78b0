import { EntitySchema } from 'typeorm';
import type { WorkReport } from './rules/report.js';

const orNull = { type: 'text', nullable: true } as const;

export const workReportTable = new EntitySchema<WorkReport>({
  name: 'work_report',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    kind: { type: 'text' },
    fromDay: { type: 'date', name: 'from_day', nullable: true },
    asOf: { type: 'date', name: 'as_of' },
    toWhom: { type: 'text', name: 'to_whom' },
    words: orNull,
    lines: { type: 'jsonb' },
    sentOn: { type: 'date', name: 'sent_on' },
    sentBy: { type: 'text', name: 'sent_by' },
    status: { type: 'text' },
    settledOn: { type: 'date', name: 'settled_on', nullable: true },
    settledBy: { ...orNull, name: 'settled_by' },
    remark: orNull,
  },
});

export const REPORT_VIEW = `select r.id, r.school_id as "schoolId", r.kind, r.from_day::text as "from", r.as_of::text as "asOf",
    r.to_whom as "toWhom", r.words, r.sent_on::text as "sentOn", r.sent_by as "sentBy", r.sent_on - r.as_of as "daysAfter", r.status,
    r.settled_on::text as "settledOn", r.settled_by as "settledBy", r.remark, jsonb_array_length(r.lines) as lines
  from work_report r`;
