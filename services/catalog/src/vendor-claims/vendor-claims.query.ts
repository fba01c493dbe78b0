import { Injectable } from '@nestjs/common';
import { afterCursor, Clock, Lists, pageOf, queryId, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { VENDOR_CLAIM_VIEW } from './vendor-claim.row.js';
import type {
  VendorClaimsAsked,
  VendorClaimView,
  VendorOwingView,
  VendorsOwingAsked,
} from './vendor-claims.http.js';

const LIST = `${VENDOR_CLAIM_VIEW}
  where c.school_id = $2 and ($3::text is null or c.status = $3) and ($4::uuid is null or c.id < $4)
  order by c.id desc limit $5`;
const OWING = `select c.vendor, count(*)::int as claims, (count(*) filter (where c.status = 'open'))::int as unanswered,
    sum(c.volumes)::int as volumes, sum(c.volumes::bigint * l.unit_price_fen)::float8 as fen,
    min(c.opened_on)::text as "oldestOn", $1::date - min(c.opened_on) as days
  from vendor_claim c join delivery_line l on l.delivery_id = c.delivery_id and l.number = c.line_number
  where c.school_id = $2 and c.status in ('open', 'answered') and ($3::text is null or c.vendor > $3)
  group by c.vendor order by c.vendor limit $4`;

/** Claims of a school, the newest first; what each vendor still owes it. */
@Injectable()
export class VendorClaimsQuery {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async find(input: VendorClaimsAsked, schoolId: SchoolId): Promise<Page<VendorClaimView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<VendorClaimView>(LIST, [
      this.clock.today(),
      schoolId,
      input.status ?? null,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (claim) => claim,
      ({ id }) => [id],
    );
  }

  async owing(input: VendorsOwingAsked, schoolId: SchoolId): Promise<Page<VendorOwingView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<VendorOwingView>(OWING, [
      this.clock.today(),
      schoolId,
      after === null ? null : String(after[0]),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (vendor) => vendor,
      ({ vendor }) => [vendor],
    );
  }
}
