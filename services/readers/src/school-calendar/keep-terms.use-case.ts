import { Injectable } from '@nestjs/common';
import type { SchoolId, TermId } from '@shulian/contracts/ids';
import {
  type Answer,
  type Caller,
  type DeskRequest,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  type Tx,
  unknownThing,
} from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { AnnounceCalendars } from './announce-calendars.use-case.js';
import { isCalendarDay } from './rules/resolved-calendar.js';
import { isTermSpan, overlap, type Term, type TermDays } from './rules/term.js';
import { termChanged, termOpened } from './school-calendar.events.js';
import { toTermView, type ChangeTermAsked } from './school-calendar.http.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { TermsRepository } from './terms.repository.js';

/** The terms of a school, none overlapping another; with each the vacations of the school change, and its calendars. */
@Injectable()
export class KeepTerms {
  constructor(
    private readonly once: OncePerKey,
    private readonly calendars: AnnounceCalendars,
  ) {}

  open(request: DeskRequest | null, caller: Caller, schoolId: SchoolId, asked: TermDays): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      await lockSchool(tx, caller, schoolId);
      const { name, startsOn, endsOn } = asked;
      const term: Term = { id: newId(), schoolId, name: name.trim(), startsOn, endsOn, version: 1 };
      await refuseUnsound(tx, term);
      await tx.use(TermsRepository).add(term);
      const [version = 1] = await tx.use(SchoolsRepository).nextCalendarVersions(schoolId, 1);
      await tx.outbox.append(termOpened(term, version));
      await this.calendars.announce(tx, schoolId);
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
    return this.once.run(request, 200, async (tx) => {
      const found = await tx.use(TermsRepository).byId(id);
      if (found === null) throw unknownThing();
      await lockSchool(tx, caller, found.schoolId);
      const before = (await tx.use(TermsRepository).byId(id)) ?? found;
      refuseIfStale(version, before.version);
      const term: Term = {
        ...before,
        name: asked.name?.trim() ?? before.name,
        startsOn: asked.startsOn ?? before.startsOn,
        endsOn: asked.endsOn ?? before.endsOn,
        version: before.version + 1,
      };
      await refuseUnsound(tx, term);
      await tx.use(TermsRepository).change(term);
      const [next = 1] = await tx.use(SchoolsRepository).nextCalendarVersions(term.schoolId, 1);
      await tx.outbox.append(termChanged(term, next));
      await this.calendars.announce(tx, term.schoolId);
      return toTermView(term);
    });
  }
}

/** @throws Problem 404 for a school that is not there or out of reach */
export async function lockSchool(tx: Tx, caller: Caller, id: SchoolId): Promise<void> {
  if (!caller.mayWorkAt(id) || (await tx.use(SchoolsRepository).locked(id)) === null) throw unknownThing();
}

async function refuseUnsound(tx: Tx, term: Term): Promise<void> {
  for (const field of ['startsOn', 'endsOn'] as const)
    if (!isCalendarDay(term[field])) throw invalid({ pointer: `/${field}`, code: 'not-a-day' });
  if (term.name === '') throw invalid({ pointer: '/name', code: 'empty' });
  if (!isTermSpan(term)) throw invalid({ pointer: '/endsOn', code: 'not-a-term' });
  const others = (await tx.use(TermsRepository).ofSchool(term.schoolId)).filter(({ id }) => id !== term.id);
  const other = others.find((each) => overlap(each, term));
  if (other !== undefined)
    throw refuse('term.overlaps', { termId: other.id, startsOn: other.startsOn, endsOn: other.endsOn });
}
