import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  pageOf,
  queryId,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId, VendorId } from '@shulian/contracts/ids';
import type { VendorsAsked, VendorView } from './vendors.http.js';

const COLUMNS = 'id, version, school_id as "schoolId", name, kind, contact, supplies, closed';
const BY_ID = statement('vendors.byId', `select ${COLUMNS} from vendor where id = $1`);
const LIST = `select ${COLUMNS} from vendor where school_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`;

@Injectable()
export class VendorsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a vendor of another school */
  async byId(caller: Caller, id: VendorId): Promise<VendorView> {
    const [vendor] = await this.database.rows<VendorView>(BY_ID, [id]);
    if (vendor === undefined || !caller.mayWorkAt(vendor.schoolId)) throw unknownThing();
    return vendor;
  }

  async find(input: VendorsAsked, schoolId: SchoolId): Promise<Page<VendorView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<VendorView>(LIST, [
      schoolId,
      after === null ? null : (queryId('cursor', String(after[0])) ?? null),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (vendor) => vendor,
      ({ id }) => [id],
    );
  }
}
