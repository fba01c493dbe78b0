import { Injectable } from '@nestjs/common';
import { Database, idAfter, Lists, pageOf, unknownThing, type Caller, type Page } from '@shulian/service-kit';
import type { DelegationsAsked, DelegationView } from './delegations.http.js';
import { DELEGATION_VIEW, toDelegationView, type FoundDelegation } from './delegations.repository.js';

const PAGE = `${DELEGATION_VIEW}
  where ($1::uuid is null or d.school_id = $1) and ($2::uuid is null or d.to_account_id = $2)
    and ($3::boolean is not true or (d.revoked_at is null and clock_timestamp() >= d.starts_at and clock_timestamp() < d.ends_at))
    and ($4::uuid is null or d.id < $4) order by d.id desc limit $5`;

/** What was lent to whom, at the schools of the caller. */
@Injectable()
export class Delegations {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for one of another school */
  async byId(caller: Caller, id: string): Promise<DelegationView> {
    const [found] = await this.database.rows<FoundDelegation>(`${DELEGATION_VIEW} where d.id = $1`, [id]);
    if (found === undefined || !(caller.reach.county || caller.mayWorkAt(found.schoolId)))
      throw unknownThing();
    return toDelegationView(found);
  }

  /** Newest first. @throws Problem 403 for a school out of reach, 400 for a cursor that is not ours */
  async page(caller: Caller, input: DelegationsAsked): Promise<Page<DelegationView>> {
    const rows = await this.lists.rows<FoundDelegation>(PAGE, [
      caller.schoolOrCounty(input.schoolId),
      input.toAccountId ?? null,
      input.holding ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(rows, input.limit, toDelegationView, ({ id }) => [id]);
  }
}
