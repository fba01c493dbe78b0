import { Injectable } from '@nestjs/common';
import type { LogbookEntryId } from '@shulian/contracts/ids';
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
import { CallerPlacesQuery } from './caller-places.query.js';
import type { EntryRow } from './logbook-entry.row.js';
import type { EntryFileView } from './logbook-entries.http.js';
import { LogbookEntriesRepository } from './logbook-entries.repository.js';
import { LogbookFilesRepository, MOST_FILES } from './logbook-files.repository.js';
import { mediaTypeOf } from './rules/evidence.js';
import { runsLibrary } from './rules/rights.js';

export const MOST_BYTES = 10 * 1024 * 1024;
/** Pixels of its longer side: enough for a printed page. */
const LONGER_SIDE = 2_000;

/** Keeps a photo or a document with an entry, as evidence for an inspection. */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileStore,
    private readonly places: CallerPlacesQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @param sent bytes as they came; of a picture nothing is kept but what is to be seen, not where it was taken
   * @throws Problem 404 out of reach, 409 for one too many, 413, 415
   */
  async execute(
    caller: Caller,
    entryId: LogbookEntryId,
    name: string,
    sent: Uint8Array,
  ): Promise<EntryFileView> {
    await this.transaction.run((tx) => this.entryOf(tx, caller, entryId));
    const kind = mediaTypeOf(sent);
    if (kind === null) throw new Problem(415, 'logbook-file.format-unsupported');
    const { bytes, mediaType } =
      kind === 'picture' ? await pictureFrom(sent, LONGER_SIDE) : { bytes: sent, mediaType: kind };
    const file = await this.files.write([bytes], mediaType, MOST_BYTES);
    return this.transaction.run(async (tx) => {
      const entry = await this.entryOf(tx, caller, entryId);
      const files = tx.use(LogbookFilesRepository);
      if ((await files.countOf(entry.rootId)) >= MOST_FILES) throw conflict('logbook-file.too-many');
      const [id, addedOn] = [newId(), this.clock.today()];
      await files.add({
        id,
        entryId: entry.rootId,
        fileId: file.id,
        name,
        mediaType,
        size: file.size,
        addedOn,
        addedBy: caller.id,
      });
      return { id, name, mediaType, size: file.size, addedOn };
    });
  }

  /** Locked, so that there are never more files than may be. @throws Problem 404 out of reach */
  private async entryOf(tx: Tx, caller: Caller, id: LogbookEntryId): Promise<EntryRow> {
    const entry = await tx.use(LogbookEntriesRepository).locked(id);
    if (entry === null || !caller.mayWorkAt(entry.schoolId)) throw unknownThing();
    const { roles, classes } = this.places.at(caller, entry.schoolId);
    const isOfClass = entry.classId !== null && classes.includes(entry.classId);
    if (!runsLibrary(roles) && entry.writtenBy !== caller.id && !isOfClass) throw unknownThing();
    return entry;
  }
}
