import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { KnownTitlesQuery } from '../from-catalog/known-titles.query.js';
import type { ExhibitionAsked } from './recommendations.http.js';
import { RecommendationsRepository } from './recommendations.repository.js';

/** Exhibitions of new books with what pupils wrote about them, one in two weeks (ACT-002). */
@Injectable()
export class KeepExhibition {
  constructor(
    private readonly once: OncePerKey,
    private readonly titles: KnownTitlesQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a day to come, 403 for another school, 422 for a title that nobody has described */
  async enter(caller: Caller, input: ExhibitionAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    if (input.heldOn > this.clock.today()) throw invalid({ pointer: '/heldOn', code: 'to-come' });
    const titleIds = await this.titles.allAwaited(input.titleIds ?? [], '/titleIds');
    return this.once.run(request, 201, async (tx) => {
      const { heldOn, theme, place = null } = input;
      const forDay = input.forDay ?? heldOn;
      const exhibition = {
        id: newId(),
        schoolId,
        heldOn,
        forDay,
        theme,
        place,
        titleIds,
        notesShown: input.notesShown ?? 0,
      };
      await tx.use(RecommendationsRepository).addExhibition(exhibition, caller.id);
      return exhibition;
    });
  }

  /** What was entered by mistake. @throws Problem 404 */
  remove(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const exhibitions = tx.use(RecommendationsRepository);
      const schoolId = await exhibitions.exhibitionSchool(id);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownThing();
      await exhibitions.removeExhibition(id);
      return { id };
    });
  }
}
