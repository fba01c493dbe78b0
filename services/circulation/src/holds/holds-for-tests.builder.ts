import { expect } from '@jest/globals';
import { ReaderLeftV1, ReaderReinstatedV1, ReaderSuspendedV1 } from '@shulian/contracts/readers';
import {
  announcedReader,
  day,
  type Copy,
  type CountyForTests,
  type Pupil,
  type Reply,
} from '../a-county.builder.js';

/** Codes of a refusal, or that the copy was lent. */
export const codesOf = (told: Reply): unknown =>
  told.status === 201 ? 'lent' : (told.body['reasons'] as { code: string }[]).map(({ code }) => code);

/** What tests of holds do and look at, in a county. */
export class HoldsForTests {
  constructor(private readonly county: CountyForTests) {}

  /** @returns the id of the hold */
  async place(
    wanted: { titleId: string } | { copyId: string },
    { readerId }: Pick<Pupil, 'readerId'>,
  ): Promise<string> {
    const what = 'titleId' in wanted ? { titleId: wanted.titleId } : { copyId: wanted.copyId };
    const told = await this.county.ask('POST', '/holds', { ...what, readerId });
    expect([told.status, told.body]).toMatchObject([201, {}]);
    return told.body['id'] as string;
  }

  /** Waiting with the place in the queue; else the state with the copy. */
  async holdOf(id: string): Promise<unknown> {
    const { status, copyId, position } = (await this.county.ask('GET', `/holds/${id}`)).body;
    return position === undefined ? [status, copyId] : [status, position];
  }

  /** What was said of the holds on a title. */
  async typesOf(titleId: string): Promise<string[]> {
    const rows = await this.county.service.sql<{ type: string }>(
      'select type from outbox where key = $1 order by agg_version',
      [titleId],
    );
    return rows.map(({ type }) => type.replace('shulian.circulation.hold.', ''));
  }

  async moves({ copyId }: Copy): Promise<unknown[]> {
    const told = await this.county.announced('shulian.circulation.copy.released.v1', copyId);
    return told.map(({ data }) => data['next']);
  }

  /** A copy that somebody has at home. */
  async lent(given: Parameters<CountyForTests['accession']>[0] = {}): Promise<Copy> {
    const copy = await this.county.accession(given);
    expect((await this.county.lend(copy, await this.county.enrol())).status).toBe(201);
    return copy;
  }

  suspend({ readerId }: Pupil, untilOn: string | null = null): Promise<void> {
    const suspension = { untilOn: untilOn === null ? null : day(untilOn), why: 'damage' };
    const told = { ...this.told(readerId), suspension };
    return this.county.tell(ReaderSuspendedV1.announce(told, this.county.next(readerId)));
  }

  reinstate({ readerId }: Pupil): Promise<void> {
    return this.county.tell(ReaderReinstatedV1.announce(this.told(readerId), this.county.next(readerId)));
  }

  leave({ readerId }: Pupil): Promise<void> {
    const told = { ...this.told(readerId), leftOn: day('2026-10-12'), leftWhy: 'transferred' as const };
    return this.county.tell(ReaderLeftV1.announce(told, this.county.next(readerId)));
  }

  private told(readerId: Pupil['readerId']) {
    return { ...announcedReader(readerId, this.county.schoolId), classId: this.county.classId };
  }
}
