import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { TitlesRepository } from '../titles/titles.repository.js';
import type { TitleId } from '@shulian/contracts/ids';
import type { AnswerAsked } from './research-requests.http.js';
import { ResearchRequestsRepository } from './research-requests.repository.js';
import { answerFault, isEmpty, settled, type Material } from './rules/request.js';

/** The library answers with what it found, or says why it has nothing. */
@Injectable()
export class AnswerRequest {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 400 for an answer that says nothing, 422 for an unknown title, 409 `research-request.settled` */
  execute(caller: Caller, id: string, input: AnswerAsked, request: DeskRequest | null): Promise<Answer> {
    const on = this.clock.today();
    const words = input.words ?? null;
    const materials = materialsIn(input);
    const fault = answerFault(input.status, words, materials);
    if (fault !== null)
      throw invalid({ pointer: fault === 'no-material' ? '/materials' : '/words', code: fault });
    return this.oncePerKey.run(request, 200, async (tx) => {
      const requests = tx.use(ResearchRequestsRepository);
      const asked = await requests.locked(id);
      if (asked === null || !caller.mayWorkAt(asked.schoolId)) throw unknownThing();
      const next = settled(asked, { status: input.status, words, on, by: caller.id });
      if (next === null) throw conflict('research-request.settled');
      const titles = [...new Set(materials.flatMap(({ titleId }) => titleId ?? []))] as TitleId[];
      if ((await tx.use(TitlesRepository).many(titles)).length < titles.length)
        throw unknownReference('/materials');
      await requests.change(next);
      await requests.putMaterials(id, materials);
      return requests.view(id, caller.id, on);
    });
  }
}

/** @throws Problem 400 for material that says nothing */
const materialsIn = ({ materials = [] }: AnswerAsked): readonly Material[] => {
  const found = materials.map(({ titleId = null, words = null, link = null }) => ({ titleId, words, link }));
  const empty = found.findIndex(isEmpty);
  if (empty >= 0) throw invalid({ pointer: `/materials/${String(empty)}`, code: 'says-nothing' });
  return found;
};
