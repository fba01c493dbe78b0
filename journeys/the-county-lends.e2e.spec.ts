import { randomUUID } from 'node:crypto';

import { allEvents } from '@shulian/contracts';
import { calmKafkajs } from '@shulian/embedded-servers';
import { describeWithRealRecords } from '@shulian/test-kit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';

import {
  barcodeOf,
  copiesInFile,
  pupil,
  tourFiles,
  tourReaders,
  tourWorks,
} from '../deploy/src/tour/tour-files.js';
import {
  aClient,
  done,
  reasonsOf,
  until,
  type Identified,
  type Page,
  type Caller,
} from './a-caller.builder.js';
import { County, hasBroker, type Bus } from './a-county.builder.js';
import {
  School,
  type Copy,
  type Figures,
  type Loan,
  type Reader,
  type SchoolClass,
} from './a-school.builder.js';
import { Follower } from './an-event-follower.builder.js';
import { lentWhileCataloguing } from './lent-while-cataloguing.journey.js';
import { manyHands } from './many-hands.journey.js';
import { overheard } from './overheard.journey.js';
import { partsAway } from './parts-away.journey.js';
import { realRecords } from './real-records.journey.js';
import { whatOthersKnow } from './what-others-know.journey.js';

const buses: readonly Bus[] = ['postgres', 'kafka'];
const minutes = 60_000;
/** Within which a fact must have reached everybody who needs it. */
const SOON = 10_000;

type Decision = { readonly outcome: string; readonly dueOn?: string };
type Title = Identified & {
  readonly title: string;
  readonly holdings: readonly {
    readonly schoolId: string;
    readonly copies: number;
    readonly available: number;
  }[];
};

/** Every event on the bus of a county, as the bytes lie there. */
async function allEventsOn(county: County): Promise<string[]> {
  if (county.bus === 'postgres') {
    const rows = await county.sql<{ text: string }>('select payload::text as text from bus.log');
    return rows.map(({ text }) => text);
  }
  calmKafkajs();
  const kafka = new Kafka({ brokers: [...county.brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) =>
    topic.startsWith(`${county.topicPrefix}shulian.`),
  );
  const ends = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
  await admin.disconnect();
  const expected = ends.flat().reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  const texts: string[] = [];
  const consumer = kafka.consumer({ groupId: `${county.topicPrefix}journey-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message }) =>
      void texts.push([message.key, message.value, JSON.stringify(message.headers)].map(String).join('\n')),
  });
  await until(
    async () => texts.length,
    (read) => read >= expected,
    30_000,
  );
  await consumer.disconnect();
  return texts;
}

for (const bus of buses) {
  const withBus = bus === 'postgres' || (await hasBroker()) ? describe : describe.skip;

  withBus(`a county on the event bus in ${bus}`, () => {
    let county: County;
    let school: School;
    let schoolClass: SchoolClass;
    let teacher: Caller;
    let everything: Follower;
    const loans = new Map<number, Loan>();
    /** What the figures must come to. */
    const lent = { before: 0, today: 0 };
    const returned = { today: 0 };

    const lend = async (barcode: string, card: string): Promise<Loan> => {
      const loan = await school.lent(barcode, card);
      lent.today += 1;
      return loan;
    };
    const takeBack = async (barcode: string) => {
      const back = await school.takeBack(barcode);
      returned.today += 1;
      return back;
    };
    const readerOf = async (cardNumber: string): Promise<Reader> => {
      const { items } = await school.librarian.post<Page<Reader>>('/api/v1/readers/search', { cardNumber });
      expect(items).toHaveLength(1);
      return items[0] as Reader;
    };

    beforeAll(async () => {
      const started = await County.start(bus);
      if (started === null) throw new Error('no broker, although there was one a moment ago');
      county = started;
      school = await School.open(county.admin);
      schoolClass = await school.schoolClass(1);
      teacher = await school.account('teacher', { classId: schoolClass.id });
      const observer = await aClient(county.admin, ['events.read.readers'], null);
      everything = await Follower.of(observer, 0);
    }, 4 * minutes);

    afterAll(async () => {
      await everything.leave();
      await county.stop();
    }, minutes);

    describe('the main job', () => {
      it('[CAT-059, GTW-014] tries a MARC file, takes it, and takes it again without changing anything', async () => {
        const upload = (dryRun: boolean) =>
          school.librarian.import(
            '/api/v1/catalog-imports',
            tourFiles.catalogue.name,
            tourFiles.catalogue.read(),
            {
              schoolId: school.id,
              format: 'auto',
              dryRun: String(dryRun),
            },
          );
        const copies = () => school.librarian.all<Copy>(`/api/v1/copies?schoolId=${school.id}`);

        expect((await upload(true)).result).toMatchObject({ created: tourWorks.length, rejected: 0 });
        expect(await copies()).toHaveLength(0);

        expect((await upload(false)).result).toMatchObject({ created: tourWorks.length, rejected: 0 });
        const taken = await copies();
        expect(taken.map(({ accessionNumber }) => accessionNumber).sort((a, b) => a - b)).toEqual(
          Array.from({ length: copiesInFile }, (_, at) => at + 1),
        );

        expect((await upload(false)).result).toMatchObject({
          created: 0,
          updated: 0,
          unchanged: tourWorks.length,
          rejected: 0,
        });
        expect(await copies()).toEqual(taken);
      });

      it('[RDR-001] takes a roster, and takes it again without changing anything', async () => {
        const upload = (dryRun: boolean) =>
          school.librarian.import('/api/v1/roster-imports', tourFiles.roster.name, tourFiles.roster.read(), {
            schoolId: school.id,
            format: 'auto',
            dryRun: String(dryRun),
          });
        const readers = () => school.librarian.all<Reader>(`/api/v1/readers?schoolId=${school.id}`);

        expect((await upload(true)).result).toMatchObject({ created: tourReaders.length, rejected: 0 });
        expect(await readers()).toHaveLength(0);
        expect((await upload(false)).result).toMatchObject({ created: tourReaders.length, rejected: 0 });
        const taken = await readers();
        expect(taken.map(({ name }) => name).sort()).toEqual(tourReaders.map(({ name }) => name).sort());
        expect((await upload(false)).result).toMatchObject({
          created: 0,
          updated: 0,
          unchanged: tourReaders.length,
        });
        expect(await readers()).toEqual(taken);
      });

      it('[CIR-001, CIR-004] lends to a class of thirty in a break, at four desks at once', async () => {
        const queue = Array.from({ length: 30 }, (_, at) => at + 1).values();
        await Promise.all(
          Array.from({ length: 4 }, async () => {
            for (const number of queue) loans.set(number, await lend(barcodeOf(number, 1), pupil(number)));
          }),
        );
        for (const loan of loans.values())
          expect(loan).toMatchObject({
            schoolId: school.id,
            loanedOn: '2026-10-12',
            dueOn: '2026-11-11',
            status: 'open',
          });
      });

      it('[CAT-107] shows a pupil a title by its words, with what every school has of it on the shelf now', async () => {
        const { title } = (tourWorks[0] as (typeof tourWorks)[number]).work;
        const reader = await school.account('reader', { readerId: (await readerOf(pupil(1))).id });
        const find = () => reader.get<Page<Title>>(`/api/v1/titles?q=${encodeURIComponent(title)}`);
        await until(
          find,
          ({ items }) => {
            const holding = items.find((found) => found.title === title)?.holdings[0];
            return holding?.schoolId === school.id && holding.copies === 3 && holding.available === 2;
          },
          SOON,
        );
      });

      it('gives every reason to say no at once, in the order of the desk, and a dry run says the same', async () => {
        const first = tourWorks[0] as (typeof tourWorks)[number];
        const found = await school.librarian.get<Page<Title>>(
          `/api/v1/titles?q=${encodeURIComponent(first.work.title)}`,
        );
        await school.librarian.post('/api/v1/copies', {
          titleId: found.items[0]?.id,
          barcode: 'TREF1',
          priceFen: 9_800,
          kind: 'reference',
        });
        const greedy = pupil(31);
        for (let work = 31; work <= 35; work += 1) await lend(barcodeOf(work, 2), greedy);

        const refused = async (barcode: string, card: string): Promise<string[]> => {
          const [answer, tried] = await Promise.all([
            school.lend(barcode, card),
            school.librarian.post<Decision>('/api/v1/checkouts/dry-run', {
              copyBarcode: barcode,
              cardNumber: card,
            }),
          ]);
          expect(answer).toMatchObject({ status: 409, body: { code: 'checkout.refused' } });
          expect(tried.outcome).not.toBe('allow');
          expect(reasonsOf({ body: tried })).toEqual(reasonsOf(answer));
          return reasonsOf(answer);
        };
        expect(await refused('NO-SUCH-COPY', pupil(36))).toEqual(['copy.unknown']);
        expect(await refused(barcodeOf(36, 1), 'NO-SUCH-CARD')).toEqual(['reader.unknown']);
        expect(await refused(barcodeOf(1, 1), pupil(36))).toEqual(['copy.already-on-loan']);
        expect(await refused(barcodeOf(1, 2), pupil(1))).toEqual(['reader.same-title-on-loan']);
        expect(await refused(barcodeOf(36, 2), greedy)).toEqual(['reader.at-limit']);
        expect(await refused('TREF1', greedy)).toEqual(['copy.reading-room-only', 'reader.at-limit']);
      });

      it('[CIR-010] a reference copy never leaves the room, whoever asks', async () => {
        const answer = await school.lend('TREF1', tourReaders.at(-1)?.cardNumber ?? '');
        expect(reasonsOf(answer)).toEqual(['copy.reading-room-only']);
      });

      it('a dry run changes nothing: the copy can be lent afterwards', async () => {
        const body = { copyBarcode: barcodeOf(36, 1), cardNumber: pupil(36) };
        const tried = await school.librarian.post<Decision>('/api/v1/checkouts/dry-run', body);
        expect(tried).toMatchObject({ outcome: 'allow', dueOn: '2026-11-11' });
        const { items } = await school.librarian.get<Page<Loan>>(
          `/api/v1/loans?readerId=${(await readerOf(pupil(36))).id}`,
        );
        expect(items).toEqual([]);
        await lend(barcodeOf(36, 1), pupil(36));
      });

      it('takes copies back, and says of one that was not lent that there is nothing to return', async () => {
        expect(await takeBack(barcodeOf(3, 1))).toMatchObject({
          loan: { id: loans.get(3)?.id, status: 'closed' },
          next: 'shelf',
        });
        expect(await school.takeBack(barcodeOf(3, 1))).toMatchObject({ loan: null, next: 'shelf' });
      });

      it('[CIR-052] keeps a queue: who waits first gets the returned copy, who waits next gets it after that', async () => {
        const wanted = loans.get(2) as Loan;
        await lend(barcodeOf(2, 2), pupil(38));
        await lend(barcodeOf(2, 3), pupil(39));
        const [first, second] = [await readerOf(pupil(40)), await readerOf(pupil(41))];
        const hold = (reader: Reader) =>
          school.librarian.post<Identified & { readonly status: string }>('/api/v1/holds', {
            titleId: wanted.titleId,
            readerId: reader.id,
            pickupSchoolId: school.id,
          });
        const holds = [await hold(first), await hold(second)];
        expect(await takeBack(barcodeOf(2, 1))).toMatchObject({ next: 'hold', holdId: holds[0]?.id });
        expect(reasonsOf(await school.lend(barcodeOf(2, 1), pupil(42)))).toEqual([
          'copy.held-for-another-reader',
        ]);
        expect(reasonsOf(await school.lend(barcodeOf(2, 1), pupil(41)))).toEqual([
          'copy.held-for-another-reader',
        ]);
        await lend(barcodeOf(2, 1), pupil(40));
        expect(await takeBack(barcodeOf(2, 1))).toMatchObject({ next: 'hold', holdId: holds[1]?.id });
        await lend(barcodeOf(2, 1), pupil(41));
        expect(await takeBack(barcodeOf(2, 1))).toMatchObject({ next: 'shelf' });
      });

      it('[CIR-028] after two loans a pupil owes a reading note; the gate opens when a teacher accepts it', async () => {
        await school.putPolicy([{ readerKind: 'student', sets: { readingNoteEvery: 2 } }]);
        const { titleId, readerId } = await lend(barcodeOf(38, 1), pupil(44));
        await lend(barcodeOf(39, 1), pupil(44));
        expect(reasonsOf(await school.lend(barcodeOf(40, 1), pupil(44)))).toEqual([
          'reader.owes-reading-note',
        ]);

        const pupilHerself = await school.account('reader', { readerId });
        const note = await pupilHerself.post<Identified>('/api/v1/reading-notes', {
          readerId,
          titleId,
          text: '我最喜欢书里的猴子，因为它不怕困难。',
        });
        expect(reasonsOf(await school.lend(barcodeOf(40, 1), pupil(44)))).toEqual([
          'reader.owes-reading-note',
        ]);
        await teacher.post(`/api/v1/reading-notes/${note.id}/acceptance`, {});
        await until(
          () => school.lend(barcodeOf(40, 1), pupil(44)),
          ({ status }) => status === 201,
          SOON,
        );
        lent.today += 1;
      });

      it('[GTW-018] the figures of school and county follow within seconds, and reports and registers count what was catalogued and lent', async () => {
        const wanted = {
          titles: tourWorks.length,
          copies: copiesInFile + 1,
          readers: tourReaders.length,
          openLoans: lent.today - returned.today,
          overdueLoans: 0,
          loansToday: lent.today,
          returnsToday: returned.today,
          loansThisTerm: lent.today,
        };
        const { asOf } = await school.figuresBecome(wanted, SOON);
        expect(Number.isNaN(Date.parse(asOf))).toBe(false);
        const viewer = await county.admin.get<Figures>('/api/v1/figures');
        expect(viewer).toMatchObject({ openLoans: wanted.openLoans, copies: wanted.copies });
        const { librarian } = school;
        type Ledger = {
          readonly items: readonly { readonly mainClass: string; readonly volumesAfter: number }[];
        };
        const ledger = await librarian.get<Ledger>('/api/v1/registers/classified');
        expect(ledger.items.at(-1)).toMatchObject({ mainClass: 'total', volumesAfter: wanted.copies });
        type Report = { readonly rows: readonly { readonly readerKind: string; readonly loans: number }[] };
        const { rows } = await librarian.get<Report>(
          `/api/v1/reports/loans-per-reader-kind?schoolId=${school.id}`,
        );
        expect(rows.find(({ readerKind }) => readerKind === 'student')?.loans).toBeGreaterThan(0);
      });

      it('renews a week later, not again, and not what others wait for; what is due and not back is overdue', async () => {
        await county.setClock('2026-10-19T10:00:00+08:00');
        lent.before = lent.today;
        lent.today = 0;
        returned.today = 0;
        const renew = (loan: Loan | undefined) =>
          school.librarian.ask<{ loan: Loan }>('POST', '/api/v1/renewals', {
            body: { loanId: loan?.id },
            key: randomUUID(),
          });
        const renewed = done(await renew(loans.get(1)), 200).loan;
        expect(renewed).toMatchObject({ renewals: 1, dueOn: '2026-11-18' });
        const again = await renew(loans.get(1));
        expect(again).toMatchObject({ status: 409, body: { code: 'renewal.refused' } });
        expect(reasonsOf(again)).toContain('loan.renewals-used-up');
        expect(reasonsOf(await renew(loans.get(3)))).toEqual(['loan.closed']);

        await county.setClock('2026-11-12T10:00:00+08:00');
        const overdue = await school.librarian.all<Loan>(
          `/api/v1/loans?schoolId=${school.id}&status=overdue`,
        );
        const open = await school.librarian.all<Loan>(`/api/v1/loans?schoolId=${school.id}&status=open`);
        expect(open.filter(({ dueOn }) => dueOn >= '2026-11-12').map(({ id }) => id)).toEqual([renewed.id]);
        expect(overdue).toHaveLength(open.length - 1);
        await school.figuresBecome(
          { openLoans: open.length, overdueLoans: overdue.length, loansToday: 0, loansThisTerm: lent.before },
          SOON,
        );
      });

      it('every step was heard as an event, once, in order within its key, and nothing is parked', async () => {
        const heard = await everything.silence();
        const types = new Set(heard.map(({ event }) => event.type));
        for (const type of [
          'shulian.readers.school.opened.v1',
          'shulian.readers.reader.enrolled.v1',
          'shulian.catalog.title.described.v1',
          'shulian.catalog.copy.accessioned.v1',
          'shulian.circulation.loan.checked-out.v1',
          'shulian.circulation.loan.renewed.v1',
          'shulian.circulation.loan.returned.v1',
          'shulian.circulation.hold.placed.v1',
          'shulian.circulation.hold.ready.v1',
          'shulian.activities.reading-note.accepted.v1',
        ])
          expect(types).toContain(type);
        expect(new Set(heard.map(({ event }) => event.id)).size).toBe(heard.length);
        expect(heard.map(({ position }) => position)).toEqual(heard.map((_, at) => at + 1));
        const versions = new Map<string, number[]>();
        for (const { event } of heard) {
          // A school is the key of its own topic and of its calendar's: each has an order, and versions, of its own.
          const topic = allEvents.find(({ type }) => type === event.type)?.topic.name ?? '';
          const key = `${topic} ${event.partitionkey}`;
          versions.set(key, [...(versions.get(key) ?? []), event.aggregateversion]);
        }
        for (const seen of versions.values()) expect(seen).toEqual([...seen].sort((a, b) => a - b));
        expect(everything.ofType('shulian.circulation.loan.checked-out.v1')).toHaveLength(
          lent.before + lent.today,
        );
      });
    });

    if (bus === 'postgres')
      describeWithRealRecords('real records', (folder) => realRecords(folder, () => county));
    describe('the stock in work', () => lentWhileCataloguing(() => county));
    describe('many hands at once', () =>
      manyHands(() => ({ county, everything }), bus === 'postgres' ? 200 : 50));
    describe('what others know of readers, classes, schools and terms', () =>
      whatOthersKnow(() => county, bus === 'postgres' ? 15 : 5));
    describe('when a part is away', () => partsAway(() => county));
    describe('what nobody may overhear', () =>
      overheard(() => ({ school, everything, county, onTheBus: () => allEventsOn(county) })));
  });
}
