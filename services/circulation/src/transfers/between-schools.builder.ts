import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import type { Copy, CountyForTests, Pupil, Reply } from '../a-county.builder.js';

export const SHARE = {
  open: true,
  mostOut: 10,
  newStayDays: 0,
  takesBack: true,
  daysOnWay: 3,
  place: 1,
} as const;

/** A school with its librarian, and what it does with copies of others. */
export class SchoolForTests {
  private constructor(
    private readonly county: CountyForTests,
    readonly id: SchoolId,
    readonly librarian: string,
  ) {}

  static async open(county: CountyForTests, share: object = {}, id?: SchoolId): Promise<SchoolForTests> {
    const schoolId = id ?? (randomUUID() as SchoolId);
    if (id === undefined) await county.openSchool(schoolId);
    const librarian = await county.account({ role: 'librarian', schoolId });
    const school = new SchoolForTests(county, schoolId, librarian);
    await school.share(share);
    return school;
  }

  async share(share: object, version?: number): Promise<Reply> {
    const as = await this.county.account({ role: 'school-head', schoolId: this.id });
    const headers = version === undefined ? {} : { 'if-match': `"v${version}"` };
    const told = await this.county.ask(
      'PUT',
      `/lending-shares/${this.id}`,
      { ...SHARE, ...share },
      { as, headers },
    );
    expect([told.status, told.body]).toMatchObject([200, {}]);
    return told;
  }

  ask(method: string, path: string, body?: unknown): Promise<Reply> {
    return this.county.ask(method, path, body, { as: this.librarian });
  }

  pupil(): Promise<Pupil> {
    return this.county.enrol({ schoolId: this.id });
  }

  async copy(given: object = {}): Promise<Copy> {
    return this.county.accession({ schoolId: this.id, ...given });
  }

  async hold(wanted: { titleId: string } | { copyId: string }, { readerId }: Pupil): Promise<Reply['body']> {
    const what = 'titleId' in wanted ? { titleId: wanted.titleId } : { copyId: wanted.copyId };
    const told = await this.ask('POST', '/holds', { ...what, readerId });
    expect([told.status, told.body]).toMatchObject([201, {}]);
    return told.body;
  }

  async holdNow(id: unknown): Promise<Reply['body']> {
    return (await this.ask('GET', `/holds/${String(id)}`)).body;
  }

  async transfers(query = ''): Promise<Record<string, unknown>[]> {
    const told = await this.ask('GET', `/transfers?${query}`);
    expect([told.status, told.body]).toMatchObject([200, {}]);
    return told.body['items'] as Record<string, unknown>[];
  }

  async run(): Promise<string> {
    const told = await this.ask('POST', '/courier-runs', { runOn: '2026-10-12', courier: '王师傅' });
    expect([told.status, told.body]).toMatchObject([201, {}]);
    return String(told.body['id']);
  }

  pack(run: string, { barcode }: Pick<Copy, 'barcode'>): Promise<Reply> {
    return this.ask('POST', `/courier-runs/${run}/packings`, { copyBarcode: barcode });
  }

  receive({ barcode }: Pick<Copy, 'barcode'>): Promise<Reply> {
    return this.ask('POST', '/transfer-receipts', { copyBarcode: barcode });
  }

  lend({ barcode }: Pick<Copy, 'barcode'>, { cardNumber }: Pupil): Promise<Reply> {
    return this.ask('POST', '/checkouts', { copyBarcode: barcode, cardNumber });
  }

  giveBack({ barcode }: Pick<Copy, 'barcode'>): Promise<Reply> {
    return this.ask('POST', '/returns', { copyBarcode: barcode });
  }
}
