import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  Problem,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { ArchiveFilesRepository, type Occasion } from '../files/archive-files.repository.js';
import { stepFiles } from '../files/step-archive-files.step.js';
import {
  destructionAfter,
  destructionRefusal,
  type Destruction,
  type DestructionStep,
} from '../rules/destruction.js';
import type { DestructionApproval, DestructionAsked } from './destructions.http.js';
import { DESTROYED_ONCE, DestructionsRepository } from './destructions.repository.js';

/** Files that have run out are destroyed when the head approved it, and never by one alone. */
@Injectable()
export class DestroyFiles {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 with every file that is not there or has not run out, 409 `archive-destruction.proposed-already` */
  async propose(caller: Caller, asked: DestructionAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(asked.schoolId);
    const ids = [...new Set(asked.fileIds)];
    try {
      return await this.once.run(request, 201, async (tx) => {
        const proposals = tx.use(DestructionsRepository);
        const occasion = this.occasion(caller);
        const files = await tx.use(ArchiveFilesRepository).locked(schoolId, ids);
        const expired = await proposals.expired(schoolId, occasion.on, files);
        const wrong = asked.fileIds.flatMap((id, at) => (expired.has(id) ? [] : [at]));
        if (wrong.length > 0)
          throw new Problem(422, 'request.unknown-reference', {
            errors: wrong.map((at) => ({ pointer: `/fileIds/${String(at)}`, code: 'has-not-run-out' })),
          });
        const proposal = { id: newId(), schoolId, name: asked.name };
        await proposals.add(proposal, ids, occasion);
        return proposals.view(proposal.id);
      });
    } catch (error) {
      throw violatedUnique(error) === DESTROYED_ONCE
        ? conflict('archive-destruction.proposed-already')
        : error;
    }
  }

  /** @throws Problem 404, 409 `archive-destruction.not-now`, `archive-destruction.own-proposal` */
  approve(
    caller: Caller,
    id: string,
    asked: DestructionApproval,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const how = { documentNumber: asked.documentNumber, words: asked.words ?? null };
    return this.take(caller, id, 'approve', request, (tx, occasion) =>
      tx.use(DestructionsRepository).decide(id, destructionAfter('approve'), how, occasion),
    );
  }

  /** Refused by the head, withdrawn by the archive, or the approval taken back. @throws Problem 404, 409 */
  decline(
    caller: Caller,
    id: string,
    step: 'refuse' | 'withdraw' | 'revoke',
    words: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.take(caller, id, step, request, async (tx, occasion) => {
      const proposals = tx.use(DestructionsRepository);
      await proposals.decide(id, destructionAfter(step), { documentNumber: null, words }, occasion);
      if (step !== 'revoke') await proposals.release(id);
    });
  }

  /** @throws Problem 404, 409 also `archive-destruction.file-moved` when one is not in the archive any more */
  carryOut(caller: Caller, id: string, witness: string, request: DeskRequest | null): Promise<Answer> {
    return this.take(caller, id, 'carry-out', request, async (tx, occasion, { schoolId }) => {
      const proposals = tx.use(DestructionsRepository);
      const files = await tx.use(ArchiveFilesRepository).locked(schoolId, await proposals.files(id));
      const { kept } = await stepFiles(tx, schoolId, files, 'destroy', {}, occasion);
      if (kept.length > 0) throw conflict('archive-destruction.file-moved');
      await proposals.carryOut(id, witness, occasion);
    });
  }

  private take(
    caller: Caller,
    id: string,
    step: DestructionStep,
    request: DeskRequest | null,
    work: (tx: Tx, occasion: Occasion, proposal: Destruction) => Promise<void>,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const proposal = await tx.use(DestructionsRepository).locked(id);
      if (proposal === null || !caller.mayWorkAt(proposal.schoolId)) throw unknownThing();
      const refusal = destructionRefusal(proposal, step, caller.id);
      if (refusal !== null) throw conflict(refusal);
      await work(tx, this.occasion(caller), proposal);
      return tx.use(DestructionsRepository).view(id);
    });
  }

  private occasion(caller: Caller): Occasion {
    return { on: this.clock.today(), by: caller.id };
  }
}
