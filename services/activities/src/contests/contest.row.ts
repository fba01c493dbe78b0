import { EntitySchema } from 'typeorm';
import type { Contest } from './rules/contest.js';

const textOrNull = { type: 'text', nullable: true } as const;
const dayOrNull = { type: 'date', nullable: true } as const;

export const contestTable = new EntitySchema<Contest>({
  name: 'contest',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    seriesId: { type: 'uuid', name: 'series_id', nullable: true },
    period: textOrNull,
    name: { type: 'text' },
    type: { type: 'text' },
    theme: textOrNull,
    organisers: { type: 'text', array: true },
    takes: { type: 'text' },
    per: { type: 'text' },
    compulsory: { type: 'boolean' },
    grades: { type: 'int', array: true },
    forPupils: { type: 'boolean', name: 'for_pupils' },
    forTeachers: { type: 'boolean', name: 'for_teachers' },
    takesText: { type: 'boolean', name: 'takes_text' },
    takesFiles: { type: 'boolean', name: 'takes_files' },
    takesPaper: { type: 'boolean', name: 'takes_paper' },
    opensOn: { type: 'date', name: 'opens_on' },
    dueOn: { type: 'date', name: 'due_on' },
    dueTime: { type: 'text', name: 'due_time' },
    judgedBy: { ...dayOrNull, name: 'judged_by' },
    publishesOn: { ...dayOrNull, name: 'publishes_on' },
    plan: textOrNull,
    rule: textOrNull,
    rankedBy: { type: 'text', name: 'ranked_by' },
    scoresNeeded: { type: 'int', name: 'scores_needed', nullable: true },
    quotas: { type: 'jsonb' },
    questions: { type: 'int', array: true },
    minutes: { type: 'int', nullable: true },
    notes: { type: 'jsonb', nullable: true },
    status: { type: 'text' },
    reason: textOrNull,
    commendation: { type: 'jsonb', nullable: true },
    summary: textOrNull,
    publishedOn: { ...dayOrNull, name: 'published_on' },
    lastNumber: { type: 'int', name: 'last_number' },
    plannedOn: { type: 'date', name: 'planned_on' },
    plannedBy: { type: 'text', name: 'planned_by' },
  },
});

/** A type that a school has added, or calls otherwise. */
export type OwnContestType = {
  readonly schoolId: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly takes: string;
  readonly retired: boolean;
};
export const contestTypeTable = new EntitySchema<OwnContestType>({
  name: 'contest_type',
  columns: {
    schoolId: { type: 'uuid', name: 'school_id', primary: true },
    code: { type: 'text', primary: true },
    zh: { type: 'text' },
    en: { type: 'text' },
    takes: { type: 'text' },
    retired: { type: 'boolean' },
  },
});

/** A contest `c` as it is shown, with how much came. */
export const CONTEST_VIEW = `select c.id, c.version, c.school_id as "schoolId", c.series_id as "seriesId", c.period, c.name, c.type,
    c.theme, c.organisers, c.takes, c.per, c.compulsory, c.grades, c.for_pupils as "forPupils", c.for_teachers as "forTeachers",
    c.takes_text as "takesText", c.takes_files as "takesFiles", c.takes_paper as "takesPaper", c.opens_on::text as "opensOn",
    c.due_on::text as "dueOn", c.due_time as "dueTime", c.judged_by::text as "judgedBy", c.publishes_on::text as "publishesOn",
    c.plan, c.rule, c.ranked_by as "rankedBy", c.scores_needed as "scoresNeeded", c.quotas, c.questions, c.minutes, c.notes,
    c.status, c.reason, c.commendation, c.summary, c.published_on::text as "publishedOn", c.planned_on::text as "plannedOn",
    (select count(*)::int from contest_entry e where e.contest_id = c.id and e.status = 'handed-in') as entries,
    (select count(*)::int from contest_judge j where j.contest_id = c.id) as judges,
    (select count(*)::int from contest_prize p where p.contest_id = c.id and p.status = 'granted') as prizes
  from contest c`;
