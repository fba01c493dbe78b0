import { Injectable } from '@nestjs/common';
import { OncePerKey, unknownThing, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { SuggestionId } from '@shulian/contracts/ids';
import type { MarksView, WishMarksAsked } from './audience.http.js';
import { AudienceRepository } from './audience.repository.js';
import { edited, isSame, NOBODY } from './rules/audience.js';
import { refuseForeignThemes } from './usable-themes.step.js';

/** Says for whom a wish would be: the catalogue knows it only of what it has. */
@Injectable()
export class MarkWish {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404 for a wish of another school, 422 for themes that are not there, 409 for closed ones */
  execute(
    id: SuggestionId,
    input: WishMarksAsked,
    caller: Caller,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<MarksView> => {
      const schoolId = await tx.use(AudienceRepository).schoolOfWish(id);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownThing();
      await refuseForeignThemes(tx, { schoolId, add: input.themes ?? [], remove: [] });
      const marks = edited(NOBODY, {
        addBands: input.bands,
        level: input.level ?? null,
        addThemes: input.themes,
      });
      await tx.use(AudienceRepository).markWish(id, isSame(marks, NOBODY) ? null : marks);
      return marks;
    });
  }
}
