import { Injectable } from '@nestjs/common';
import { Clock, invalid, newId, OncePerKey, type Answer, type DeskRequest } from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import type { ReadersStore } from '../readers.store.js';
import { tidied, type School, type SchoolDescription } from './rules/school.js';
import { schoolOpened } from './school.events.js';
import { toSchoolView } from './schools.http.js';

/** A school joins the county network. */
@Injectable()
export class OpenSchool {
  constructor(
    private readonly once: OncePerKey<ReadersStore>,
    private readonly clock: Clock,
  ) {}

  execute(request: DeskRequest | null, asked: SchoolDescription): Promise<Answer> {
    return this.once.run(request, 201, async (store) => {
      const [code, name] = [tidied(asked.code), tidied(asked.name)];
      if (code === '') throw invalid({ pointer: '/code', code: 'empty' });
      if (name === '') throw invalid({ pointer: '/name', code: 'empty' });
      const school: School = { id: newId(), code, name, kind: asked.kind, version: 1, announced: 1 };
      if (!(await store.schools.add(school, this.clock.now()))) throw refuse('school.code-taken');
      await store.outbox.append(schoolOpened(school));
      return toSchoolView(school);
    });
  }
}
