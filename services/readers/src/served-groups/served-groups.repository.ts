import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import type { ReaderKind } from '@shulian/contracts/words';
import { GROUP_VIEW, servedGroupTable, SERVICE_VIEW } from './served-group.row.js';
import type { ServedGroupView, ServiceView } from './served-groups.http.js';
import type { ServedGroup, ServiceKind } from './rules/served-group.js';

const KINDS = statement(
  'servedGroups.kinds',
  'select id, kind from reader where school_id = $1 and id = any($2::uuid[]) and left_on is null',
);
const ADD_READERS = statement(
  'servedGroups.addReaders',
  `insert into served_group_reader (group_id, reader_id, since) select $1, unnest($2::uuid[]), $3 on conflict do nothing`,
);
const REMOVE_READERS = statement(
  'servedGroups.removeReaders',
  'delete from served_group_reader where group_id = $1 and reader_id = any($2::uuid[])',
);
const ADD_SERVICE = statement(
  'servedGroups.addService',
  `insert into group_service (id, group_id, school_id, given_on, kind, people, items, note, served_by, entered_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const LOCK_SERVICE = statement(
  'servedGroups.lockService',
  'select school_id as "schoolId", struck_on::text as "struckOn" from group_service where id = $1 for update',
);
const STRIKE = statement(
  'servedGroups.strike',
  'update group_service set struck_on = $2, struck_by = $3 where id = $1',
);
const VIEW = statement('servedGroups.view', `${GROUP_VIEW} where g.id = $1`);
const SERVICE = statement('servedGroups.service', `${SERVICE_VIEW} where s.id = $1`);

export type GivenService = {
  readonly id: string;
  readonly groupId: string;
  readonly schoolId: SchoolId;
  readonly givenOn: CalendarDay;
  readonly kind: ServiceKind;
  readonly people: number;
  readonly items: readonly string[];
  readonly note: string | null;
  readonly servedBy: string | null;
  readonly enteredBy: string;
};

/** Whom a library serves beyond its classes, and what it did for them. */
export class ServedGroupsRepository {
  constructor(private readonly session: Session) {}

  async add(group: ServedGroup): Promise<void> {
    await this.session.manager.insert(servedGroupTable, group);
  }

  async change(group: ServedGroup): Promise<void> {
    await this.session.manager.update(servedGroupTable, { id: group.id }, group);
  }

  locked(id: string): Promise<ServedGroup | null> {
    return this.session.manager.findOne(servedGroupTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Those of the readers who are at the school, with their kinds. */
  kindsOf(
    schoolId: SchoolId,
    readerIds: readonly string[],
  ): Promise<{ readonly id: ReaderId; readonly kind: ReaderKind }[]> {
    return this.session.rows(KINDS, [schoolId, readerIds]);
  }

  async addReaders(id: string, readerIds: readonly string[], since: CalendarDay): Promise<void> {
    await this.session.rows(ADD_READERS, [id, readerIds, since]);
  }

  async removeReaders(id: string, readerIds: readonly string[]): Promise<void> {
    await this.session.rows(REMOVE_READERS, [id, readerIds]);
  }

  async addService(it: GivenService): Promise<void> {
    const { id, groupId, schoolId, givenOn, kind, people, items, note, servedBy, enteredBy } = it;
    const values = [id, groupId, schoolId, givenOn, kind, people, items, note, servedBy, enteredBy];
    await this.session.rows(ADD_SERVICE, values);
  }

  async lockedService(
    id: string,
  ): Promise<{ readonly schoolId: SchoolId; readonly struckOn: CalendarDay | null } | null> {
    const rows = await this.session.rows<{ schoolId: SchoolId; struckOn: CalendarDay | null }>(LOCK_SERVICE, [
      id,
    ]);
    return rows[0] ?? null;
  }

  /** @param how null: the line stands again */
  async strike(id: string, how: { readonly on: CalendarDay; readonly by: string } | null): Promise<void> {
    await this.session.rows(STRIKE, [id, how?.on ?? null, how?.by ?? null]);
  }

  async view(id: string): Promise<ServedGroupView> {
    const [row] = await this.session.rows<ServedGroupView>(VIEW, [id]);
    if (row === undefined) throw new Error('the group is gone');
    return row;
  }

  async service(id: string): Promise<ServiceView> {
    const [row] = await this.session.rows<ServiceView>(SERVICE, [id]);
    if (row === undefined) throw new Error('the line is gone');
    return row;
  }
}
