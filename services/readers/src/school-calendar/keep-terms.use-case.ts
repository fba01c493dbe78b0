import { Injectable } from '@nestjs/common';
import type { SchoolId, TermId } from '@shulian/contracts/ids';
import {
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import type { ReadersStore } from '../readers.store.js';
import { AnnounceCalendars } from './announce-calendars.use-case.js';
import { isCalendarDay } from './rules/resolved-calendar.js';
import { isTermSpan, overlap, yearsOf, type Term, type TermDays } from './rules/term.js';
import { termChanged, termOpened } from './school-calendar.events.js';
import { toTermView, type ChangeTermAsked } from './school-calendar.http.js';

/** The terms of a school, none overlapping another; each makes the calendars of its years known to others. */
@Injectable()
export class KeepTerms {
  constructor(
    private readonly once: OncePerKey<ReadersStore>,
    private readonly calendars: AnnounceCalendars,
  ) {}

  open(request: DeskRequest | null, caller: Caller, schoolId: SchoolId, asked: TermDays): Promise<Answer> {
    return this.once.run(request, 201, async (store) => {
      await lockSchool(store, caller, schoolId);
      const { name, startsOn, endsOn } = asked;
      const term: Term = { id: newId(), schoolId, name: name.trim(), startsOn, endsOn, version: 1 };
      await refuseUnsound(store, term);
      await store.terms.add(term);
      const [version = 1] = await store.schools.nextCalendarVersions(schoolId, 1);
      await store.outbox.append(termOpened(term, version));
      await this.calendars.announce(store, schoolId, yearsOf(term));
      return toTermView(term);
    });
  }

  change(
    request: DeskRequest | null,
    caller: Caller,
    id: TermId,
    version: number,
    asked: ChangeTermAsked,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (store) => {
      const found = await store.terms.byId(id);
      if (found === null) throw unknownThing();
      await lockSchool(store, caller, found.schoolId);
      const before = (await store.terms.byId(id)) ?? found;
      refuseIfStale(version, before.version);
      const term: Term = {
        ...before,
        name: asked.name?.trim() ?? before.name,
        startsOn: asked.startsOn ?? before.startsOn,
        endsOn: asked.endsOn ?? before.endsOn,
        version: before.version + 1,
      };
      await refuseUnsound(store, term);
      await store.terms.change(term);
      const [next = 1] = await store.schools.nextCalendarVersions(term.schoolId, 1);
      await store.outbox.append(termChanged(term, next));
      await this.calendars.announce(store, term.schoolId, yearsOf(term));
      return toTermView(term);
    });
  }
}

/** @throws Problem 404 for a school that is not there or out of reach */
export async function lockSchool(store: ReadersStore, caller: Caller, id: SchoolId): Promise<void> {
  if (!caller.mayWorkAt(id) || (await store.schools.locked(id)) === null) throw unknownThing();
}

async function refuseUnsound(store: ReadersStore, term: Term): Promise<void> {
  for (const field of ['startsOn', 'endsOn'] as const)
    if (!isCalendarDay(term[field])) throw invalid({ pointer: `/${field}`, code: 'not-a-day' });
  if (term.name === '') throw invalid({ pointer: '/name', code: 'empty' });
  if (!isTermSpan(term)) throw invalid({ pointer: '/endsOn', code: 'not-a-term' });
  const others = (await store.terms.ofSchool(term.schoolId)).filter(({ id }) => id !== term.id);
  const other = others.find((each) => overlap(each, term));
  if (other !== undefined)
    throw refuse('term.overlaps', { termId: other.id, startsOn: other.startsOn, endsOn: other.endsOn });
}
