import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  idAfter,
  Lists,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { textOfCursor } from '../plain-text.http.js';
import { GROUP_VIEW, SERVICE_VIEW } from './served-group.row.js';
import type {
  GroupsAsked,
  MemberView,
  ServedGroupView,
  ServicesAsked,
  ServiceView,
} from './served-groups.http.js';

const LIST = `${GROUP_VIEW} where g.school_id = $1 and ($2::text is null or g.sort = $2)
    and ($3::boolean is true or g.ended_on is null) and ($4::uuid is null or g.id > $4)
  order by g.id limit $5`;
const MEMBERS = `select r.id as "readerId", r.name, r.kind, c.number as "cardNumber", m.since::text as since
  from served_group_reader m join reader r on r.id = m.reader_id left join card c on c.reader_id = r.id and c.status = 'active'
  where m.group_id = $1 and ($2::uuid is null or r.id > $2) order by r.id limit $3`;
const SERVICES = `${SERVICE_VIEW} where s.school_id = $1 and ($2::text is null or g.sort = $2)
    and ($3::uuid is null or s.group_id = $3)
    and s.given_on between coalesce($4::date, '-infinity') and coalesce($5::date, 'infinity')
    and ($6::date is null or (s.given_on, s.id) < ($6::date, $7::uuid))
  order by s.given_on desc, s.id desc limit $8`;

/** Whom a library serves beyond its classes, and what it did for them. Whoever shows names also logs the read. */
@Injectable()
export class ServedGroupsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  async page(input: GroupsAsked, schoolId: SchoolId): Promise<Page<ServedGroupView>> {
    const values = [schoolId, input.sort ?? null, input.all ?? false, idAfter(input.cursor), input.limit + 1];
    const rows = await this.lists.rows<ServedGroupView>(LIST, values);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<ServedGroupView> {
    const [row] = await this.database.rows<ServedGroupView>(`${GROUP_VIEW} where g.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    return row;
  }

  async members(
    { id }: ServedGroupView,
    input: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<Page<MemberView>> {
    const rows = await this.lists.rows<MemberView>(MEMBERS, [id, idAfter(input.cursor), input.limit + 1]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ readerId }) => [readerId],
    );
  }

  async services(input: ServicesAsked, schoolId: SchoolId): Promise<Page<ServiceView>> {
    const after = afterCursor(input.cursor, 2)?.map(textOfCursor);
    const rows = await this.lists.rows<ServiceView>(SERVICES, [
      schoolId,
      input.sort ?? null,
      input.groupId ?? null,
      input.from ?? null,
      input.to ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ givenOn, id }) => [givenOn, id],
    );
  }
}
