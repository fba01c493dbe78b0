import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil } from '../a-county.builder.js';
import { codesOf, HoldsForTests } from './holds-for-tests.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
let holds: HoldsForTests;

beforeAll(async () => {
  database = await freshDatabase('two_kinds');
  county = await CountyForTests.open(database.ownerUrl);
  holds = new HoldsForTests(county);
  const rows = [{ readerKind: 'student', copyKind: 'audiovisual', sets: { mayLeaveRoom: false } }];
  expect((await county.ask('PUT', '/lending-policies', { rows })).status).toBe(200);
});
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const teacher = (): Promise<Pupil> => county.enrol({ kind: 'teacher' });
/** Tapes of the title of a book: pupils may not take them home, teachers may. */
const tapesOf = ({ titleId }: Copy, copies: number): Promise<Copy[]> =>
  county.accessionMany(copies, { titleId, kind: 'audiovisual' });

describe('a title with books and tapes, and pupils who may not take tapes home', () => {
  it('a tape that lies free serves no pupil who waits, and the book that comes back does', async () => {
    const [pupil, book] = [await county.enrol(), await holds.lent()];
    await tapesOf(book, 3);
    const placed = await holds.place({ titleId: book.titleId }, pupil);
    expect(await holds.holdOf(placed)).toEqual(['waiting', 1]);
    expect((await county.giveBack(book)).body).toMatchObject({ next: 'hold', holdId: placed });
  });
  it.each([1, 2, 3])('a book among tapes goes to the pupil at once, with %i tapes free', async (tapes) => {
    const [pupil, book] = [await county.enrol(), await county.accession()];
    await tapesOf(book, tapes);
    const placed = await holds.place({ titleId: book.titleId }, pupil);
    expect(await holds.holdOf(placed)).toEqual(['ready', book.copyId]);
  });
  it('a teacher who came first has the tape, so that the pupil behind has the book', async () => {
    const [first, pupil, book] = [await teacher(), await county.enrol(), await holds.lent()];
    const [tape] = (await tapesOf(book, 1)) as [Copy];
    expect(codesOf(await county.lend(tape, await teacher()))).toBe('lent');
    const ofTeacher = await holds.place({ titleId: book.titleId }, first);
    const ofPupil = await holds.place({ titleId: book.titleId }, pupil);
    // Told of the book before anybody looks: with the tape it is back too.
    await county.giveBack(tape);
    expect(await holds.holdOf(ofTeacher)).toEqual(['ready', tape.copyId]);
    await county.giveBack(book);
    expect(await holds.holdOf(ofPupil)).toEqual(['ready', book.copyId]);
  });
  it('a pupil who waits keeps no tape from anybody', async () => {
    const [pupil, book] = [await county.enrol(), await holds.lent()];
    const [tape] = (await tapesOf(book, 1)) as [Copy];
    const placed = await holds.place({ titleId: book.titleId }, pupil);
    expect(codesOf(await county.lend(tape, await teacher()))).toBe('lent');
    expect(await holds.holdOf(placed)).toEqual(['waiting', 1]);
  });
  it('a tape that comes back passes over the pupil who is first, for the teacher behind', async () => {
    const [pupil, second, book] = [await county.enrol(), await teacher(), await holds.lent()];
    const [tape] = (await tapesOf(book, 1)) as [Copy];
    expect(codesOf(await county.lend(tape, await teacher()))).toBe('lent');
    const ofPupil = await holds.place({ titleId: book.titleId }, pupil);
    const ofTeacher = await holds.place({ titleId: book.titleId }, second);
    expect((await county.giveBack(tape)).body).toMatchObject({ next: 'hold', holdId: ofTeacher });
    expect(await holds.holdOf(ofPupil)).toEqual(['waiting', 1]);
  });
});
