import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { type Answer, type Caller, type DeskRequest, newId, OncePerKey } from '@shulian/service-kit';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { AnnounceCalendars } from './announce-calendars.use-case.js';
import type { Term, TermDays } from './rules/term.js';
import { termOpened } from './school-calendar.events.js';
import { toTermView } from './school-calendar.http.js';
import { lockSchool, refuseUnsound } from './sound-term.step.js';
import { TermsRepository } from './terms.repository.js';

/** A new term of a school, which overlaps none of its others; the vacations of the school change with it, and its calendars. */
@Injectable()
export class OpenTerm {
  constructor(
    private readonly once: OncePerKey,
    private readonly calendars: AnnounceCalendars,
  ) {}

  execute(request: DeskRequest | null, caller: Caller, schoolId: SchoolId, input: TermDays): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      await lockSchool(tx, caller, schoolId);
      const { name, startsOn, endsOn } = input;
      const term: Term = { id: newId(), schoolId, name: name.trim(), startsOn, endsOn, version: 1 };
      await refuseUnsound(tx, term);
      await tx.use(TermsRepository).add(term);
      const [version = 1] = await tx.use(SchoolsRepository).nextCalendarVersions(schoolId, 1);
      await tx.outbox.append(termOpened(term, version));
      await this.calendars.announce(tx, schoolId);
      return toTermView(term);
    });
  }
}
