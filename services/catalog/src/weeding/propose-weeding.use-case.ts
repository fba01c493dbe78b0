import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CopyId, WeedingProposalId } from '@shulian/contracts/ids';
import { weedingRule } from './rules/weeding-rule.js';
import { KeptVolumesQuery } from './kept-volumes.query.js';
import type { ProposalAsked } from './weeding.http.js';
import { WeedingRepository } from './weeding.repository.js';

/** Copies in one proposal: a list that a head reads. */
const MOST = 5_000;

/** Proposes copies for weeding (CAT-046); they stay in use until they are struck. */
@Injectable()
export class ProposeWeeding {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly kept: KeptVolumesQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for neither rule nor copies, 409 `weeding.nothing-to-weed`, `weeding.too-many` */
  async execute(caller: Caller, input: ProposalAsked, request: DeskRequest | null): Promise<Answer> {
    const { name, reason, copyIds = [] } = input;
    if (input.rule === undefined && copyIds.length === 0)
      throw invalid({ pointer: '/rule', code: 'is-defined' });
    const schoolId = caller.schoolFor(input.schoolId);
    const asked = input.rule;
    const rule =
      asked === undefined
        ? null
        : weedingRule({ ...asked, keepVolumes: await this.kept.of(schoolId, asked) });
    const id = newId<WeedingProposalId>();
    return this.oncePerKey.run(request, 201, async (tx) => {
      const weeding = tx.use(WeedingRepository);
      await weeding.open({
        id,
        schoolId,
        name,
        reason,
        on: this.clock.today(),
        by: caller.id,
        note: input.note ?? null,
      });
      const named = await weeding.addByName(id, schoolId, copyIds as CopyId[]);
      const ruled = rule === null ? 0 : await weeding.addByRule(id, schoolId, rule, MOST + 1);
      if (named + ruled === 0) throw conflict('weeding.nothing-to-weed');
      if (named + ruled > MOST) throw conflict('weeding.too-many');
      return weeding.view(id);
    });
  }
}
