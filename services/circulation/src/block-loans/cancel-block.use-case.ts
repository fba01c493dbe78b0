import { Injectable } from '@nestjs/common';
import {
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { BlockLoans } from './block-loans.step.js';
import { BlockManifestsRepository } from './block-manifests.repository.js';

/** What was sent by mistake, and nobody has received yet, is back in the library with all that is still out of it. */
@Injectable()
export class CancelBlock {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly blocks: BlockLoans,
  ) {}

  /** @throws Problem 404 out of reach, 409 `block-manifest.not-open` once it was received or cancelled */
  async execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    const answer = await this.oncePerKey.run(request, 200, async (tx) => {
      const manifests = tx.use(BlockManifestsRepository);
      const manifest = await manifests.locked(id);
      if (manifest === null || !caller.reach.schools.has(manifest.schoolId)) throw unknownThing();
      if (manifest.state !== 'sent') throw conflict('block-manifest.not-open');
      const open = (await manifests.lines(id)).filter(({ isOpen }) => isOpen);
      const loans = new Set(open.map(({ loanId }) => loanId));
      const { who, schoolId } = manifest;
      const from = {
        id,
        who,
        standsThere: (copy: { loanId: string | null }) => loans.has(copy.loanId ?? ''),
      };
      if (open.length > 0)
        await this.blocks.move(tx, caller, schoolId, [{ barcodes: open.map(({ barcode }) => barcode), from, to: null }]); // prettier-ignore
      await manifests.cancel(id);
      return manifests.view(id);
    });
    this.blocks.afterCommit();
    return answer;
  }
}
