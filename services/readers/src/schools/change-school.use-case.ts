import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { OncePerKey, refuseIfStale, unknownThing, type Answer, type DeskRequest } from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { changedSchool, tidied } from './rules/school.js';
import { schoolChanged } from './school.events.js';
import { toSchoolView, type ChangeSchoolAsked } from './schools.http.js';
import { SchoolsRepository } from './schools.repository.js';

@Injectable()
export class ChangeSchool {
  constructor(private readonly once: OncePerKey) {}

  execute(
    request: DeskRequest | null,
    id: SchoolId,
    version: number,
    input: ChangeSchoolAsked,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await tx.use(SchoolsRepository).locked(id);
      if (before === null) throw unknownThing();
      refuseIfStale(version, before.version);
      const school = changedSchool(before, {
        ...(input.code === undefined ? {} : { code: tidied(input.code) }),
        ...(input.name === undefined ? {} : { name: tidied(input.name) }),
        ...(input.kind === undefined ? {} : { kind: input.kind }),
        ...(input.system === undefined ? {} : { system: input.system }),
      });
      if (school !== before) {
        if (!(await tx.use(SchoolsRepository).change(school))) throw refuse('school.code-taken');
        await tx.outbox.append(schoolChanged(school));
      }
      return toSchoolView(school);
    });
  }
}
