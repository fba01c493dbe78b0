import type { Session } from '@shulian/service-kit';

/** A caller saw these readers by an operation. */
export type Sighting = {
  readonly callerKind: string;
  readonly caller: string;
  readonly operation: string;
  readonly readers: readonly { readonly id: string; readonly schoolId: string }[];
};

/** Rows that can only be added. */
export class AccessLogRepository {
  constructor(private readonly session: Session) {}

  async add(sighting: Sighting, at: Date): Promise<void> {
    await this.session.rows(
      `insert into access_log (seen_at, caller_kind, caller, operation, reader_id, school_id)
       select $1, $2, $3, $4, reader_id, school_id
       from unnest($5::uuid[], $6::uuid[]) as seen(reader_id, school_id)`,
      [
        at,
        sighting.callerKind,
        sighting.caller,
        sighting.operation,
        sighting.readers.map(({ id }) => id),
        sighting.readers.map(({ schoolId }) => schoolId),
      ],
    );
  }
}
