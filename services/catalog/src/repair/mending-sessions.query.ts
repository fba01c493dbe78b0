import { Injectable } from '@nestjs/common';
import { afterCursor, Lists, pageOf, unknownThing, type Caller, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { SESSION_VIEW } from './mending-session.row.js';
import type { MendingSessionsAsked, MendingSessionView, SessionRead } from './mending-sessions.http.js';
import { HELPERS } from './mending-sessions.repository.js';

const LIST = `${SESSION_VIEW}
  where m.school_id = $1 and ($2::uuid is null or m.class_id = $2)
    and m.held_on between coalesce($3::date, '-infinity') and coalesce($4::date, 'infinity')
    and ($5::date is null or (m.held_on, m.id) < ($5::date, $6::uuid))
  order by m.held_on desc, m.id desc limit $7`;

/** The mending sessions of a school, the latest first. */
@Injectable()
export class MendingSessionsQuery {
  constructor(private readonly lists: Lists) {}

  async list(input: MendingSessionsAsked, schoolId: SchoolId): Promise<Page<MendingSessionView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<MendingSessionView>(LIST, [
      schoolId,
      input.classId ?? null,
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
      (row) => [row.heldOn, row.id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<SessionRead> {
    const [row] = await this.lists.rows<MendingSessionView>(`${SESSION_VIEW} where m.id = $1`, [id]);
    if (row === undefined || !caller.mayWorkAt(row.schoolId)) throw unknownThing();
    const helpers = await this.lists.rows<{ id: string }>(HELPERS, [id]);
    return { ...row, helperIds: helpers.map((helper) => helper.id) };
  }
}
