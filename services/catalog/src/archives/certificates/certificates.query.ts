import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { CERTIFICATE_VIEW } from './certificate.row.js';
import type { CertificatesListAsked, CertificateView } from './certificates.http.js';

const LIST = `${CERTIFICATE_VIEW} where c.school_id = $1 and ($2::text is null or c.state = $2) and ($3::text is null or c.kind = $3)
    and ($4::int is null or c.year = $4) and ($5::uuid is null or c.reader_id = $5) and ($6::uuid is null or c.id > $6)
  order by c.id limit $7`;

@Injectable()
export class CertificatesQuery {
  constructor(private readonly lists: Lists) {}

  async find(asked: CertificatesListAsked, schoolId: SchoolId): Promise<Page<CertificateView>> {
    const { state = null, kind = null, year = null, readerId = null } = asked;
    const after = afterCursor(asked.cursor, 1)?.[0] ?? null;
    const values = [schoolId, state, kind, year, readerId, after, asked.limit + 1];
    return pageOf(
      await this.lists.rows<CertificateView>(LIST, values),
      asked.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
