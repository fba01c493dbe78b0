import { Injectable } from '@nestjs/common';
import { Clock, invalid, newId, OncePerKey, type Answer, type DeskRequest } from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { FirstCalendars } from './first-calendars.step.js';
import { tidied, type School, type SchoolDescription } from './rules/school.js';
import { schoolOpened } from './school.events.js';
import { toSchoolView } from './schools.http.js';
import { SchoolsRepository } from './schools.repository.js';

/** A school joins the county network; until it says otherwise, its calendar is the nation's. */
@Injectable()
export class OpenSchool {
  constructor(
    private readonly once: OncePerKey,
    private readonly calendars: FirstCalendars,
    private readonly clock: Clock,
  ) {}

  execute(request: DeskRequest | null, input: SchoolDescription): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const [code, name] = [tidied(input.code), tidied(input.name)];
      if (code === '') throw invalid({ pointer: '/code', code: 'empty' });
      if (name === '') throw invalid({ pointer: '/name', code: 'empty' });
      const { kind, system } = input;
      const school: School = { id: newId(), code, name, kind, system, version: 1, announced: 1 };
      if (!(await tx.use(SchoolsRepository).add(school, this.clock.now()))) throw refuse('school.code-taken');
      await tx.outbox.append(schoolOpened(school));
      await this.calendars.announce(tx, school.id);
      return toSchoolView(school);
    });
  }
}
