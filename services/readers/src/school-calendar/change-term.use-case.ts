import { Injectable } from '@nestjs/common';
import type { TermId } from '@shulian/contracts/ids';
import {
  type Answer,
  type Caller,
  type DeskRequest,
  OncePerKey,
  refuseIfStale,
  unknownThing,
} from '@shulian/service-kit';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { AnnounceCalendars } from './announce-calendars.use-case.js';
import type { Term } from './rules/term.js';
import { termChanged } from './school-calendar.events.js';
import { toTermView, type ChangeTermAsked } from './school-calendar.http.js';
import { lockSchool, refuseUnsound } from './sound-term.step.js';
import { TermsRepository } from './terms.repository.js';

/** Another name or other days for a term; the vacations of its school change with it, and its calendars. */
@Injectable()
export class ChangeTerm {
  constructor(
    private readonly once: OncePerKey,
    private readonly calendars: AnnounceCalendars,
  ) {}

  execute(
    request: DeskRequest | null,
    caller: Caller,
    id: TermId,
    version: number,
    input: ChangeTermAsked,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const found = await tx.use(TermsRepository).byId(id);
      if (found === null) throw unknownThing();
      await lockSchool(tx, caller, found.schoolId);
      const before = (await tx.use(TermsRepository).byId(id)) ?? found;
      refuseIfStale(version, before.version);
      const term: Term = {
        ...before,
        name: input.name?.trim() ?? before.name,
        startsOn: input.startsOn ?? before.startsOn,
        endsOn: input.endsOn ?? before.endsOn,
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
