import type { TitleId } from '@shulian/contracts/ids';
import { KeptFiles, type Rows } from '@shulian/service-kit';
import type { Cover } from './cover.row.js';

/** Covers, each with its file: one transaction keeps the new file and drops the one before. */
export class CoversRepository {
  private readonly files: KeptFiles;

  constructor(private readonly rows: Rows) {
    this.files = new KeptFiles(rows);
  }

  /** The title is locked: of two covers that come at once, one is the last. */
  async put({ titleId, fileId, width, height }: Cover): Promise<void> {
    await this.remove(titleId);
    await this.files.keep(fileId);
    await this.rows.rows(
      'insert into title_cover (title_id, file_id, width, height) values ($1, $2, $3, $4)',
      [titleId, fileId, width, height],
    );
  }

  /** Whether there was one. */
  async remove(titleId: TitleId): Promise<boolean> {
    const [row] = await this.rows.rows<{ fileId: string }>(
      'delete from title_cover where title_id = $1 returning file_id as "fileId"',
      [titleId],
    );
    if (row !== undefined) await this.files.drop(row.fileId);
    return row !== undefined;
  }
}
