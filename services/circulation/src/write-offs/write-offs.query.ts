import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import { idAfter, Lists, pageOf, type Page } from '@shulian/service-kit';
import { WRITE_OFF_VIEW } from './write-off.row.js';
import type { WriteOffsAsked, WriteOffView } from './write-offs.http.js';

const LIST = `${WRITE_OFF_VIEW}
  where w.school_id = $1 and ($2::uuid is null or w.id < $2) and ($3::text is null or w.state = $3) order by w.id desc limit $4`;

@Injectable()
export class WriteOffsQuery {
  constructor(private readonly lists: Lists) {}

  /** Newest first. */
  async list(input: WriteOffsAsked, schoolId: SchoolId): Promise<Page<WriteOffView>> {
    const rows = await this.lists.rows<WriteOffView>(LIST, [
      schoolId,
      idAfter(input.cursor),
      input.state ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
