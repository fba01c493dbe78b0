import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { Occasion } from '../files/archive-files.repository.js';
import type { CertificateKind, Collector } from '../rules/certificate.js';
import { CERTIFICATE_VIEW } from './certificate.row.js';
import type { CertificateView } from './certificates.http.js';

const ADD = statement(
  'archive-certificates.add',
  `insert into archive_certificate (id, school_id, kind, number, reader_id, year, state, received_on, received_by, note)
   select c.id, $1, c.kind, c.number, c."readerId", c.year, 'held', $3, $4, c.note
   from jsonb_to_recordset($2::jsonb) as c(id uuid, kind text, number text, "readerId" uuid, year int, note text)`,
);
const LOCK = statement('archive-certificates.lock', `${CERTIFICATE_VIEW} where c.id = $1 for update`);
const ISSUE = statement(
  'archive-certificates.issue',
  `update archive_certificate set state = 'issued', issued_on = $2, issued_by = $3, collected_by = $4, document_number = $5
   where id = $1`,
);
const REOPEN = statement(
  'archive-certificates.reopen',
  `update archive_certificate set state = 'held', issued_on = null, issued_by = null, collected_by = null, document_number = null
   where id = $1`,
);
const REMOVE = statement('archive-certificates.remove', 'delete from archive_certificate where id = $1');
const VIEWS = statement('archive-certificates.views', `${CERTIFICATE_VIEW} where c.id = any($1::uuid[])`);
/** The unique constraint that a certificate entered twice runs into. */
export const CERTIFICATE_ONCE = 'archive_certificate_once';

export type NewCertificate = {
  readonly id: string;
  readonly kind: CertificateKind;
  readonly number: string;
  readonly readerId: string;
  readonly year: number;
  readonly note: string | null;
};

export class CertificatesRepository {
  constructor(private readonly session: Session) {}

  async add(
    schoolId: SchoolId,
    certificates: readonly NewCertificate[],
    { on, by }: Occasion,
  ): Promise<void> {
    await this.session.rows(ADD, [schoolId, JSON.stringify(certificates), on, by]);
  }

  async locked(id: string): Promise<CertificateView | null> {
    return (await this.session.rows<CertificateView>(LOCK, [id]))[0] ?? null;
  }

  async issue(
    id: string,
    how: { readonly collectedBy: Collector; readonly documentNumber: string | null },
    { on, by }: Occasion,
  ): Promise<void> {
    await this.session.rows(ISSUE, [id, on, by, how.collectedBy, how.documentNumber]);
  }

  async reopen(id: string): Promise<void> {
    await this.session.rows(REOPEN, [id]);
  }

  async remove(id: string): Promise<void> {
    await this.session.rows(REMOVE, [id]);
  }

  /** In the order of the ids. */
  async views(ids: readonly string[]): Promise<CertificateView[]> {
    const views = await this.session.rows<CertificateView>(VIEWS, [ids]);
    return ids.flatMap((id) => views.filter((view) => view.id === id));
  }
}
