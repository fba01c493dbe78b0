import type { Purpose } from '@shulian/contracts/personal-data';
import { sql, type Session } from '@shulian/service-kit';

/** A caller saw these readers by an operation. */
export type Sighting = {
  readonly callerKind: string;
  readonly caller: string;
  readonly operation: string;
  readonly purpose: Purpose;
  /** As the lines of the log name it; null outside a request. */
  readonly requestId: string | null;
  readonly readers: readonly { readonly id: string; readonly schoolId: string }[];
};

/** Rows that can only be added. */
export class AccessLogRepository {
  constructor(private readonly session: Session) {}

  async add(sighting: Sighting, at: Date): Promise<void> {
    await this.session.rows(
      ...sql`insert into access_log (seen_at, caller_kind, caller, operation, purpose, request_id, reader_id, school_id)
        select ${at}::timestamptz, ${sighting.callerKind}, ${sighting.caller}, ${sighting.operation}, ${sighting.purpose},
          ${sighting.requestId}, reader_id, school_id
        from unnest(${sighting.readers.map(({ id }) => id)}::uuid[],
          ${sighting.readers.map(({ schoolId }) => schoolId)}::uuid[]) as seen(reader_id, school_id)`.numbered(),
    );
  }
}
