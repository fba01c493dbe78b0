import { Temporal } from 'temporal-polyfill';
import type { CalendarDay } from '@shulian/contracts/ids';

/** The first day a loan is late: the one after its due day. */
export const overdueSince = (dueOn: CalendarDay): CalendarDay =>
  Temporal.PlainDate.from(dueOn).add({ days: 1 }).toString() as CalendarDay;
