import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  Problem,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { AudienceChangeAsked } from './audience.http.js';
import { changeView } from './audience.query.js';
import { AudienceRepository } from './audience.repository.js';
import { planMarks } from './plan-marks.step.js';

/** Marks titles with bands, level and themes: all of them, or none. */
@Injectable()
export class MarkTitles {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for themes that are not there for the school, 409 with the titles that do not exist */
  execute(
    input: AudienceChangeAsked,
    schoolId: string | null,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 201, async (tx) => {
      const { changing, unknownTitles } = await planMarks(tx, input, schoolId, true);
      if (unknownTitles.length > 0)
        throw new Problem(409, 'audience.unknown-titles', { facts: { titles: unknownTitles.length } });
      if (changing.length === 0) throw conflict('audience.no-change');
      const audience = tx.use(AudienceRepository);
      const id = newId();
      await audience.write(changing.map(({ titleId, after }) => ({ titleId, marks: after })));
      await audience.addChange({ id, schoolId, by, at: this.clock.now() }, changing);
      return changeView(tx.session, id);
    });
  }
}
