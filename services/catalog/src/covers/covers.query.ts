import { Injectable } from '@nestjs/common';
import type { TitleId } from '@shulian/contracts/ids';
import { Database, FileStore, unknownThing, type OpenFile } from '@shulian/service-kit';

@Injectable()
export class CoversQuery {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  /** The file of a cover; each picture has another one, so its id tells whether a reader has the newest. @throws Problem 404 */
  async fileOf(titleId: TitleId): Promise<string> {
    const [row] = await this.database.rows<{ fileId: string }>(
      'select file_id as "fileId" from title_cover where title_id = $1',
      [titleId],
    );
    if (row === undefined) throw unknownThing();
    return row.fileId;
  }

  /** @throws Problem 404 */
  async open(fileId: string): Promise<OpenFile> {
    const file = await this.files.open(fileId);
    if (file === null) throw unknownThing();
    return file;
  }
}
