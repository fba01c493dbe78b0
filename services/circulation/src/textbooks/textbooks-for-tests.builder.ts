import { randomUUID } from 'node:crypto';
import type { ReaderId, SchoolClassId, SchoolId, TermId } from '@shulian/contracts/ids';
import { ClassOpenedV1, ReaderEnrolledV1, TermOpenedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { announcedReader, CountyForTests, day, type Reply } from '../a-county.builder.js';
import type { ClassStream } from './rules/textbook.js';

const TERMS = {
  autumn: ['2026—2027学年第一学期', '2026-09-01', '2027-01-22'],
  spring: ['2026—2027学年第二学期', '2027-02-22', '2027-07-02'],
  next: ['2027—2028学年第一学期', '2027-09-01', '2028-01-21'],
} as const;
type TermName = keyof typeof TERMS;

/** A senior school with its terms, classes of both streams, their pupils and teachers, told by events. */
export class TextbooksForTests {
  readonly terms = {} as Record<TermName, TermId>;
  /** Another school, whose librarian must not get anything. */
  readonly otherSchool = randomUUID() as SchoolId;
  otherLibrarian = '';

  private constructor(
    readonly county: CountyForTests,
    private readonly database: FreshDatabase,
  ) {}

  static async open(name: string): Promise<TextbooksForTests> {
    const database = await freshDatabase(name);
    const county = await CountyForTests.open(database.ownerUrl);
    const there = new TextbooksForTests(county, database);
    there.otherLibrarian = await county.account({ role: 'librarian', schoolId: there.otherSchool });
    for (const [term, [termName, startsOn, endsOn]] of Object.entries(TERMS)) {
      const termId = randomUUID() as TermId;
      there.terms[term as TermName] = termId;
      await county.tell(
        TermOpenedV1.announce(
          { termId, schoolId: county.schoolId, name: termName, startsOn: day(startsOn), endsOn: day(endsOn) },
          county.next(`calendar ${county.schoolId}`),
        ),
      );
    }
    return there;
  }

  /** A senior class that entered in a year, with so many pupils. */
  async schoolClass(entryYear: number, pupils: number, stream?: ClassStream): Promise<SchoolClassId> {
    const { county } = this;
    const { schoolId } = county;
    const classId = randomUUID() as SchoolClassId;
    await county.tell(
      ClassOpenedV1.announce(
        { classId, schoolId, section: 'senior', entryYear, classNo: 1, grade: 10, name: '高中班' },
        county.next(classId),
      ),
      ...Array.from({ length: pupils }, () => {
        const readerId = randomUUID() as ReaderId;
        const reader = {
          ...announcedReader(readerId, schoolId),
          classId,
          section: 'senior',
          entryYear,
        } as const;
        return ReaderEnrolledV1.announce(reader, county.next(readerId));
      }),
    );
    if (stream !== undefined) await this.did('POST', '/textbook-classes', { items: [{ classId, stream }] });
    return classId;
  }

  ask(method: string, path: string, body?: unknown, as?: string): Promise<Reply> {
    return this.county.ask(method, path, body, as === undefined ? {} : { as });
  }

  /** What is done when it goes well. @throws Error with what was answered instead */
  async did<View = Reply['body']>(method: string, path: string, body?: unknown, as?: string): Promise<View> {
    const reply = await this.ask(method, path, body, as);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply)}`);
    return reply.body as View;
  }

  async items<Item>(path: string, as?: string): Promise<Item[]> {
    return (await this.did<{ readonly items: Item[] }>('GET', path, undefined, as)).items;
  }

  /** Ids of new textbooks by name. */
  async textbooks(kinds: Readonly<Record<string, string>>): Promise<Record<string, string>> {
    const items = Object.entries(kinds).map(([name, kind]) => ({ name, kind, priceFen: 1_250 }));
    const done = await this.did<{ items: { id: string; name: string }[] }>('POST', '/textbooks', { items });
    return Object.fromEntries(done.items.map(({ id, name }) => [name, id]));
  }

  /** Lines of a printed list, heads first. */
  async csv(path: string): Promise<string[]> {
    const answer = await fetch(`${this.county.service.url}/api/v1${path}&format=csv`, {
      headers: { authorization: `Bearer ${this.county.librarian}` },
    });
    if (answer.status !== 200) throw new Error(await answer.text());
    return (await answer.text()).trimEnd().split('\r\n');
  }

  async stop(): Promise<void> {
    await this.county.stop();
    await this.database.drop();
  }
}
