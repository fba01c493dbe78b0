import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { ArchiveClass, Retention } from '../rules/archive-file.js';
import type { ScopeView } from './units.http.js';

const SAVE = statement(
  'archive-scopes.save',
  `insert into archive_scope as s (id, school_id, class, name, retention, closed) values ($1, $2, $3, $4, $5, $6)
   on conflict on constraint archive_scope_once do update set retention = excluded.retention, closed = excluded.closed
   returning id, school_id as "schoolId", class, name, retention, closed`,
);
const RETENTIONS_OF = statement(
  'archive-scopes.retentions',
  'select id, retention from archive_scope where school_id = $1 and not closed limit 2000',
);
const COUNT = statement(
  'archive-scopes.count',
  'select count(*)::int as scopes from archive_scope where school_id = $1',
);

/** What a school files, and how long it is kept. */
export class ScopesRepository {
  constructor(private readonly session: Session) {}

  /** Made, or changed where the class has one of this name. */
  async save(scope: {
    readonly id: string;
    readonly schoolId: SchoolId;
    readonly class: ArchiveClass;
    readonly name: string;
    readonly retention: Retention;
    readonly closed: boolean;
  }): Promise<ScopeView> {
    const { id, schoolId, class: kind, name, retention, closed } = scope;
    const [saved] = await this.session.rows<ScopeView>(SAVE, [id, schoolId, kind, name, retention, closed]);
    if (saved === undefined) throw new Error('a scope that was saved is returned');
    return saved;
  }

  async count(schoolId: SchoolId): Promise<number> {
    return (await this.session.rows<{ scopes: number }>(COUNT, [schoolId]))[0]?.scopes ?? 0;
  }

  /** By the scopes that are in use. */
  async retentions(schoolId: SchoolId): Promise<ReadonlyMap<string, Retention>> {
    const rows = await this.session.rows<{ id: string; retention: Retention }>(RETENTIONS_OF, [schoolId]);
    return new Map(rows.map(({ id, retention }) => [id, retention]));
  }
}
