import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  FileStore,
  newId,
  pictureFrom,
  Problem,
  Transaction,
  unknownThing,
  type Caller,
  type Tx,
} from '@shulian/service-kit';
import { mediaTypeOf } from '../../logbooks/rules/evidence.js';
import { MOST_FILES } from '../rules/entry.js';
import { ContestEntriesRepository } from './entries.repository.js';
import type { ContestFileView } from './entries.http.js';
import { changeableEntry } from './held-entry.step.js';

export const MOST_BYTES = 10 * 1024 * 1024;
/** Pixels of its longer side: enough to judge a hand-made newspaper by. */
const LONGER_SIDE = 3_000;

/** Pictures and documents of a work; a picture is made anew, so that it says nothing of where it was taken. */
@Injectable()
export class KeepEntryFiles {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409, 413, 415 */
  async add(caller: Caller, entryId: string, name: string, sent: Uint8Array): Promise<ContestFileView> {
    await this.transaction.run((tx) => this.refuseUnlessRoom(tx, caller, entryId));
    const kind = mediaTypeOf(sent);
    if (kind === null) throw new Problem(415, 'contest-file.format-unsupported');
    const { bytes, mediaType } =
      kind === 'picture' ? await pictureFrom(sent, LONGER_SIDE) : { bytes: sent, mediaType: kind };
    const stored = await this.files.write([bytes], mediaType, MOST_BYTES);
    const file = { id: newId(), name, mediaType, size: stored.size };
    await this.transaction.run(async (tx) => {
      await this.refuseUnlessRoom(tx, caller, entryId);
      await tx.use(ContestEntriesRepository).addFile(entryId, stored.id, file);
    });
    return file;
  }

  /** @throws Problem 404, 409 */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const entries = tx.use(ContestEntriesRepository);
      const before = await entries.file(id);
      if (before === null) throw unknownThing();
      await changeableEntry(tx, caller, this.clock, before.entryId);
      // Somebody else may have removed it while this one waited.
      const file = await entries.file(id);
      if (file === null) throw unknownThing();
      await entries.removeFile(id, file.fileId);
    });
  }

  private async refuseUnlessRoom(tx: Tx, caller: Caller, entryId: string): Promise<void> {
    const { contest } = await changeableEntry(tx, caller, this.clock, entryId);
    if (!contest.takesFiles) throw conflict('contest.not-for-you');
    if ((await tx.use(ContestEntriesRepository).countFiles(entryId)) >= MOST_FILES)
      throw conflict('contest-file.too-many');
  }
}
