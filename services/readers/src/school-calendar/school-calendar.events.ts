import type { Announcement } from '@shulian/contracts/envelope';
import type { SchoolId } from '@shulian/contracts/ids';
import { CalendarChangedV1, TermChangedV1, TermOpenedV1 } from '@shulian/contracts/readers';
import type { ResolvedCalendar } from './rules/resolved-calendar.js';
import type { Term } from './rules/term.js';

const told = ({ id, schoolId, name, startsOn, endsOn }: Term) => ({
  termId: id,
  schoolId,
  name,
  startsOn,
  endsOn,
});

/** @param version the next one under the school's key on the topic of calendars */
export const termOpened = (term: Term, version: number): Announcement =>
  TermOpenedV1.announce(told(term), version);
export const termChanged = (term: Term, version: number): Announcement =>
  TermChangedV1.announce(told(term), version);

export const calendarChanged = (
  schoolId: SchoolId,
  { year, closedOn, holidaysKnown }: ResolvedCalendar,
  version: number,
): Announcement =>
  CalendarChangedV1.announce({ schoolId, year, closedOn: [...closedOn], holidaysKnown }, version);
