import { Injectable } from '@nestjs/common';
import type { TitleId } from '@shulian/contracts/ids';
import { FileStore, pictureFrom, Transaction, unknownThing } from '@shulian/service-kit';
import { toCoverView, type CoverView } from './covers.http.js';
import { CoversRepository } from './covers.repository.js';
import { TitlesRepository } from '../titles/titles.repository.js';

/** Pixels of its longer side: enough for a screen, and for a printed list of new books. */
const LONGER_SIDE = 1_200;
/** No JPEG of that many pixels comes near it. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Gives a title its cover, in place of the one before. */
@Injectable()
export class PutCover {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileStore,
  ) {}

  /** @param sent bytes as they came. @throws Problem 404, 413, 415 */
  async execute(titleId: TitleId, sent: Uint8Array): Promise<CoverView> {
    const { bytes, mediaType, width, height } = await pictureFrom(sent, LONGER_SIDE);
    const file = await this.files.write([bytes], mediaType, MOST_BYTES);
    const cover = { titleId, fileId: file.id, width, height, size: file.size };
    await this.transaction.run(async (tx) => {
      const [title] = await tx.use(TitlesRepository).locked([titleId]);
      if (title === undefined) throw unknownThing();
      await tx.use(CoversRepository).put(cover);
    });
    return toCoverView(cover);
  }
}
