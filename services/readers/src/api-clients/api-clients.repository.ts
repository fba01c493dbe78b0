import { statement, type Rows, type Session } from '@shulian/service-kit';
import {
  toApiClient,
  toKeptClient,
  type ApiClient,
  type ApiClientRow,
  type KeptClient,
  type KeptClientRow,
} from './api-client.row.js';

const USED = statement(
  'apiClients.used',
  `update api_client set last_used_at = $2 where id = $1 and revoked_at is null
   returning id, name, secret_hash, secret_prefix, former_secret_hash, former_secret_until, scopes, school_ids`,
);

const KEPT = `select id, name, scopes, school_ids, created_at, coalesce(secret_given_at, created_at) as secret_given_at,
    former_secret_until, last_used_at, revoked_at
  from api_client`;
const ROTATE = statement(
  'apiClients.rotate',
  `update api_client set former_secret_hash = case when $4::timestamptz > $5 then secret_hash end,
     former_secret_until = case when $4::timestamptz > $5 then $4::timestamptz end,
     secret_hash = $2, secret_prefix = $3, secret_given_at = $5
   where id = $1 and revoked_at is null returning 1`,
);

/** A page of clients, newest first. @param after the last one seen: when it was made, and its id */
export async function keptClients(
  rows: Rows,
  after: { readonly createdAt: string; readonly id: string } | null,
  limit: number,
): Promise<KeptClient[]> {
  const found = await rows.rows<KeptClientRow>(
    `${KEPT} where $1::timestamptz is null or (created_at, id) < ($1, $2) order by created_at desc, id desc limit $3`,
    [after?.createdAt ?? null, after?.id ?? null, limit],
  );
  return found.map(toKeptClient);
}

/** The questions asked of clients. */
export class ApiClientsRepository {
  constructor(private readonly session: Session) {}

  async add(client: ApiClient, createdBy: string, at: Date): Promise<void> {
    await this.session.rows(
      `insert into api_client (id, name, secret_hash, secret_prefix, scopes, school_ids, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        client.id,
        client.name,
        client.secretHash,
        client.secretPrefix,
        client.scopes,
        client.schoolIds,
        createdBy,
        at,
      ],
    );
  }

  /** The client, with the time of this use noted. */
  async used(id: string, at: Date): Promise<ApiClient | null> {
    const [row] = await this.session.rows<ApiClientRow>(USED, [id, at]);
    return row === undefined ? null : toApiClient(row);
  }

  /** The secret of before is taken until then. False for a client that is revoked, or not there. */
  async rotate(
    id: string,
    secret: { hash: Buffer; prefix: string },
    until: Date,
    at: Date,
  ): Promise<boolean> {
    return (await this.session.rows(ROTATE, [id, secret.hash, secret.prefix, until, at])).length > 0;
  }

  async byId(id: string): Promise<KeptClient | null> {
    const [row] = await this.session.rows<KeptClientRow>(`${KEPT} where id = $1`, [id]);
    return row === undefined ? null : toKeptClient(row);
  }

  /** It gets no more tokens; one that was revoked before stays as it was: false. */
  async revoke(id: string, at: Date): Promise<boolean> {
    const rows = await this.session.rows(
      'update api_client set revoked_at = $2 where id = $1 and revoked_at is null returning 1',
      [id, at],
    );
    return rows.length > 0;
  }

  async allExist(schoolIds: readonly string[]): Promise<boolean> {
    const rows = await this.session.rows('select 1 from school where id = any($1::uuid[])', [schoolIds]);
    return rows.length === schoolIds.length;
  }
}
