import { randomUUID } from 'node:crypto';
import type { StockState } from '@shulian/contracts/words';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import { ReaderEnrolledV1 } from '@shulian/contracts/readers';
import { announcedReader, type Copy, type CountyForTests, type Reply } from '../a-county.builder.js';
import { nothingIsNoted } from '../disagreements.builder.js';
import { COPY_STATES, type Cell, type CopyState, type Operation } from './copy-states.builder.js';

/** A cell of the table with a copy and readers of its own. */
type Setting = {
  readonly cell: Cell;
  readonly copy: Copy;
  /** Whom the copy was lent to before, in states that belong to nobody. */
  readonly earlier: ReaderId;
  readonly same: ReaderId;
  readonly other: ReaderId;
  readonly third: ReaderId;
};

/** What came of it: codes of a refusal, and how the copy stood and stands. */
export type Outcome = {
  readonly cell: Cell;
  readonly refused: readonly string[];
  readonly before: Standing;
  readonly after: Standing;
};
/** Where a copy is and for whom; readers by their part in the cell, in the order in which they wait. */
export type Standing = { readonly place: string; readonly waiting: readonly string[] };

/** Most of the time of a desk that does not know a reader is waiting for news of him. */
const AT_ONCE = 48;
/** Long after the first day, so that what was lent then is overdue; a few days before today, so that it can be renewed. */
const LENT_ON = '2026-12-10';
const TODAY = '2026-12-14';

const stockOf: Partial<Record<CopyState, StockState>> = {
  'reading-room': 'reading-room',
  processing: 'processing',
  repair: 'repair',
  missing: 'missing',
  withdrawn: 'withdrawn',
};
const saidBy: Partial<Record<Operation, StockState>> = {
  'becomes-lendable': 'lendable',
  'becomes-reading-room': 'reading-room',
  'goes-to-repair': 'repair',
  'is-missing': 'missing',
  'is-withdrawn': 'withdrawn',
};

/** Brings a copy into every state, does everything with it through the doors, and says what came of it. */
export class CopyCells {
  private readonly foreignSchool = randomUUID() as SchoolId;
  private librarians = { own: '', foreign: '' };

  constructor(private readonly county: CountyForTests) {}

  async outcomesOf(cells: readonly Cell[]): Promise<Outcome[]> {
    await this.county.openSchool(this.foreignSchool);
    const { schoolId } = this.county;
    this.librarians = {
      own: this.county.librarian,
      foreign: await this.county.account({ role: 'librarian', schoolId: this.foreignSchool }),
    };
    const settings = await this.settingsFor(cells);
    await this.prepare(settings, schoolId);
    const before = await this.standings(settings);
    const answers = await each(settings, (setting) => this.answerTo(setting));
    await this.catalogueSays(
      settings.filter(({ cell }) => cell.desk === null),
      ({ cell }) => saidBy[cell.operation],
    );
    await nothingIsNoted(this.county.service);
    const after = await this.standings(settings);
    return settings.map(({ cell, copy: { copyId } }, at) => ({
      cell,
      refused: answers[at] ?? [],
      before: before.get(copyId) ?? UNKNOWN,
      after: after.get(copyId) ?? UNKNOWN,
    }));
  }

  private async settingsFor(cells: readonly Cell[]): Promise<Setting[]> {
    const lendable = await this.county.accessionMany(cells.length);
    const settings = cells.map((cell, at): Setting => {
      const [earlier, same, other, third] = Array.from({ length: 4 }, () => randomUUID() as ReaderId);
      return { cell, copy: lendable[at], earlier, same, other, third } as Setting;
    });
    const { schoolId, classId } = this.county;
    const readers = settings.flatMap(({ earlier, same, other, third }) => [earlier, same, other, third]);
    await this.county.tell(
      ...readers.map((readerId) =>
        ReaderEnrolledV1.announce(
          { ...announcedReader(readerId, schoolId), classId },
          this.county.next(readerId),
        ),
      ),
    );
    const references = settings.filter(({ cell }) => cell.state === 'reference');
    await this.county.changeCopies(references.map(({ copy }) => [copy, { kind: 'reference' }]));
    return settings;
  }

  /** Lent, waited for, changed and given back, so far as the state asks for it. */
  private async prepare(settings: readonly Setting[], schoolId: SchoolId): Promise<void> {
    const of = (...states: readonly CopyState[]): Setting[] =>
      settings.filter(({ cell }) => states.includes(cell.state));
    const lend = (setting: Setting): Promise<void> => this.lend(setting);
    await each(of('overdue'), lend);
    await this.county.itIs(LENT_ON);
    await each(of('on-loan'), lend);
    await this.county.itIs(TODAY);
    await each(
      of(...COPY_STATES.filter((state) => !['overdue', 'on-loan', 'shelf', 'reference'].includes(state))),
      lend,
    );
    await each(settings, (setting) => this.wait(setting));
    await this.catalogueSays(settings, ({ cell }) => stockOf[cell.state]);
    await each(settings, (setting) => this.giveBack(setting, schoolId));
    await nothingIsNoted(this.county.service);
  }

  private async lend(setting: Setting): Promise<void> {
    const { cell, copy } = setting;
    const inRoom = cell.state === 'read-in-room';
    const belongs = ['on-loan', 'overdue', 'read-in-room', 'lost'].includes(cell.state);
    await done(
      this.ask('own', '/checkouts', {
        copyBarcode: copy.barcode,
        readerId: belongs ? setting.same : setting.earlier,
        ...(inRoom ? { mode: 'in-room' } : {}),
      }),
    );
  }

  private async wait({ cell, copy: { titleId }, same, other, third }: Setting): Promise<void> {
    const waiting = [
      ...(cell.state === 'hold-shelf' ? [same] : []),
      ...(cell.queue === 'another' ? [third] : []),
      ...(cell.queue === 'the-reader' ? [other] : []),
    ];
    for (const readerId of waiting) await done(this.ask('own', '/holds', { titleId, readerId }));
  }

  private async giveBack({ cell, copy: { barcode } }: Setting, schoolId: SchoolId): Promise<void> {
    const { state } = cell;
    if (['shelf', 'reference', 'on-loan', 'overdue', 'read-in-room'].includes(state)) return;
    if (state === 'lost') {
      await done(this.ask('own', '/losses', { copyBarcode: barcode }));
      return;
    }
    if (state !== 'in-transit') {
      await done(this.ask('own', '/returns', { copyBarcode: barcode }));
      return;
    }
    const both = await this.county.account(
      { role: 'librarian', schoolId },
      { role: 'librarian', schoolId: this.foreignSchool },
    );
    const body = { copyBarcode: barcode, schoolId: this.foreignSchool };
    await done(this.county.ask('POST', '/returns', body, { as: both }));
  }

  private async catalogueSays(
    settings: readonly Setting[],
    what: (setting: Setting) => StockState | undefined,
  ): Promise<void> {
    const changed = settings.filter((setting) => what(setting) !== undefined);
    await this.county.changeCopies(
      changed.map((setting) => [setting.copy, { stockState: what(setting) ?? 'lendable' }]),
    );
  }

  private async answerTo(setting: Setting): Promise<readonly string[]> {
    const { cell } = setting;
    const { barcode, titleId, copyId } = setting.copy;
    if (cell.desk === null) return [];
    const reader = cell.reader === null ? {} : { readerId: setting[cell.reader] };
    const asked = (): Promise<Reply> => {
      const desk = cell.desk ?? 'own';
      switch (cell.operation) {
        case 'check-out':
          return this.ask(desk, '/checkouts', { copyBarcode: barcode, ...reader });
        case 'check-out-in-room':
          return this.ask(desk, '/checkouts', { copyBarcode: barcode, mode: 'in-room', ...reader });
        case 'check-out-to-class':
          return this.ask(desk, '/checkouts', { copyBarcode: barcode, classId: this.county.classId });
        case 'return':
          return this.ask(desk, '/returns', { copyBarcode: barcode });
        case 'renew':
          return this.ask(desk, '/renewals', { copyBarcode: barcode });
        case 'declare-lost':
          return this.ask(desk, '/losses', { copyBarcode: barcode });
        case 'hold-title':
          return this.ask(desk, '/holds', { titleId, ...reader });
        case 'hold-copy':
          return this.ask(desk, '/holds', { copyId, ...reader });
        default:
          throw new Error(`${cell.operation} is no operation of a desk`);
      }
    };
    return answerOf(await asked());
  }

  private ask(desk: 'own' | 'foreign', path: string, body: object): Promise<Reply> {
    return this.county.ask('POST', path, body, { as: this.librarians[desk] });
  }

  /** Where each copy is, for whom, and who waits for it. */
  private async standings(settings: readonly Setting[]): Promise<ReadonlyMap<string, Standing>> {
    const rows = await this.county.service.sql<{
      copy_id: string;
      state: string;
      mode: string | null;
      reader_id: string | null;
      class_id: string | null;
      held_for: string | null;
      waiting: string[];
      owes: string | null;
    }>(
      `select k.copy_id, coalesce(lc.state, 'in') as state, l.mode, l.reader_id, l.class_id, lc.held_for,
         array(select h.reader_id::text from hold h where h.title_id = k.title_id and h.status = 'waiting' order by placed_at, id) as waiting,
         (select c.reader_id::text from compensation c join loan x on x.id = c.loan_id where x.copy_id = k.copy_id and c.status = 'owed') as owes
       from known_copy k left join lent_copy lc on lc.copy_id = k.copy_id left join loan l on l.id = lc.loan_id
       where k.copy_id = any($1::uuid[])`,
      [settings.map(({ copy }) => copy.copyId)],
    );
    const byId = new Map(settings.map((setting) => [setting.copy.copyId as string, setting]));
    return new Map(
      rows.map((row) => {
        const setting = byId.get(row.copy_id);
        const name = (id: string): string =>
          (['earlier', 'same', 'other', 'third'] as const).find((who) => setting?.[who] === id) ?? 'class';
        const whose = row.reader_id ?? row.class_id ?? row.held_for;
        const place = [
          `${row.state}${row.mode === 'in-room' ? ' in the room' : ''}${whose === null ? '' : ` for ${name(whose)}`}`,
          ...(row.owes === null ? [] : [`owed by ${name(row.owes)}`]),
        ].join('; ');
        return [row.copy_id, { place, waiting: row.waiting.map(name) }];
      }),
    );
  }
}

const UNKNOWN: Standing = { place: 'unknown', waiting: [] };

/** Codes of a refusal; none where it was done. */
const answerOf = ({ status, body }: Reply): readonly string[] => {
  if (status < 300) return [];
  const { reasons, code } = body as { reasons?: { code: string; severity: string }[]; code?: string };
  if (reasons === undefined) return [code ?? String(status)];
  return reasons.filter(({ severity }) => severity !== 'warn').map((reason) => reason.code);
};

const done = async (asked: Promise<Reply>): Promise<void> => {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`a cell could not be prepared: ${JSON.stringify(body)}`);
};

/** In the order given, so many at once. */
async function each<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(things.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < things.length; at = next++) {
      const thing = things[at];
      if (thing !== undefined) results[at] = await work(thing);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
