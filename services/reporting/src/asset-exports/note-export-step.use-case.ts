import { Injectable } from '@nestjs/common';
import { Clock, conflict, OncePerKey, unknownThing, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit'; // prettier-ignore
import type { AssetExportStepAsked } from './asset-exports.http.js';
import { AssetExportsQuery, reachesExport } from './asset-exports.query.js';
import { AssetExportsRepository } from './asset-exports.repository.js';
import { mayFollow } from './rules/asset-profile.js';

/** A file was handed over, accepted or rejected; nothing that was noted is changed. */
@Injectable()
export class NoteExportStep {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly exports: AssetExportsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 `asset-export.not-now` */
  execute(
    caller: Caller,
    id: string,
    input: AssetExportStepAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const exports = tx.use(AssetExportsRepository);
      const [locked] = await exports.lock(id);
      if (locked === undefined || !reachesExport(caller, locked.schoolId)) throw unknownThing();
      const { state } = await exports.view(id);
      if (!mayFollow(state, input.state)) throw conflict('asset-export.not-now');
      await exports.addStep(id, {
        state: input.state,
        at: this.clock.now(),
        by: caller.id,
        receipt: input.receipt ?? null,
        note: input.note ?? null,
      });
      return this.exports.whole(caller, id, tx.session);
    });
  }
}
