import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  Problem,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { reachesBlock } from './block-rights.step.js';
import { plainBarcodes } from './block-loans.step.js';
import type { ReceiptAsked } from './block-manifests.http.js';
import { BlockManifestsRepository } from './block-manifests.repository.js';

/** Whoever the copies were sent to counts them and says what differs; a receipt that was wrong is given again. */
@Injectable()
export class ReceiveBlock {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /**
   * @param version of a receipt that is put right; null for the first
   * @throws Problem 404 out of reach, 409 `block-manifest.cancelled`, 422 for a barcode that is not on the list, 412 and 428
   */
  execute(
    caller: Caller,
    id: string,
    version: number | null,
    input: ReceiptAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const manifests = tx.use(BlockManifestsRepository);
      const manifest = await manifests.locked(id);
      if (manifest === null || !reachesBlock(caller, manifest)) throw unknownThing();
      if (manifest.state === 'cancelled') throw conflict('block-manifest.cancelled');
      if (version !== null) refuseIfStale(version, manifest.version);
      else if (manifest.state === 'received') throw new Problem(428, 'version.required');
      const listed = new Set((await manifests.lines(id)).map(({ barcode }) => barcode));
      const [missing, damaged] = [plainBarcodes(input.missing ?? []), plainBarcodes(input.damaged ?? [])];
      if (missing.some((barcode) => !listed.has(barcode))) throw unknownReference('/missing');
      if (damaged.some((barcode) => !listed.has(barcode))) throw unknownReference('/damaged');
      await manifests.find(id, missing, damaged);
      await manifests.receive(id, {
        on: this.clock.today(),
        by: caller.id,
        to: input.handedTo ?? null,
        note: input.note ?? null,
      });
      return manifests.view(id);
    });
  }
}
