import { EntitySchema } from 'typeorm';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Form } from './rules/form.js';

/** A logbook that a school or the county has made; those that come with the system have no row. */
export type LogbookRow = {
  readonly id: string;
  readonly schoolId: SchoolId | null;
  readonly code: string;
  readonly version: number;
  readonly retired: boolean;
};
export const logbookTable = new EntitySchema<LogbookRow>({
  name: 'logbook',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id', nullable: true },
    code: { type: 'text' },
    version: { type: 'int' },
    retired: { type: 'boolean' },
  },
});

/** A version of its form. */
export type LogbookFormRow = {
  readonly logbookId: string;
  readonly version: number;
  readonly form: Form;
  readonly madeOn: CalendarDay;
  readonly madeBy: string;
};
export const logbookFormTable = new EntitySchema<LogbookFormRow>({
  name: 'logbook_form',
  columns: {
    logbookId: { type: 'uuid', name: 'logbook_id', primary: true },
    version: { type: 'int', primary: true },
    form: { type: 'jsonb' },
    madeOn: { type: 'date', name: 'made_on' },
    madeBy: { type: 'text', name: 'made_by' },
  },
});
