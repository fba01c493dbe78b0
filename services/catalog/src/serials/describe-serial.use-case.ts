import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type BodyError,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay, TitleId } from '@shulian/contracts/ids';
import { reclassifyCopies } from '../accession/reclassify-copies.step.js';
import { describedAs } from '../titles/describe-title.use-case.js';
import { mergedTitle } from '../titles/merged-title.step.js';
import { describedOnlyBy, isSameDescription, redescribed, type Title } from '../titles/rules/title.js';
import { TitlesRepository } from '../titles/titles.repository.js';
import { writeTitles } from '../titles/write-titles.use-case.js';
import { expectAnew } from './issues-of-serials.step.js';
import { faultsOfPattern, type IssuePattern } from './rules/issue-pattern.js';
import { changesBetween, readIssn, readPostalCode, type Serial } from './rules/serial.js';
import type { PatternAsked, SerialAsked, SerialChange } from './serials.http.js';
import { SerialsRepository, TAKEN } from './serials.repository.js';

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const OWN = [
  'kind',
  'issn',
  'postalCode',
  'cnNumber',
  'pattern',
  'priceFen',
  'audience',
  'coreSubjects',
] as const;
const OF_TITLE = ['title', 'publisher', 'clc', 'languages'] as const;

/** Makes a title a serial, and keeps every change of it, as an issue shows it (CAT-067). */
@Injectable()
export class DescribeSerial {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 422 for an unknown title, 409 for a title that is no serial, is one already, or numbers taken */
  async begin(asked: SerialAsked, request: DeskRequest | null): Promise<Answer> {
    const { titleId } = asked;
    if (titleId === undefined && (asked.title ?? null) === null)
      throw invalid({ pointer: '/title', code: 'is-defined' });
    try {
      return await this.once.run(request, 201, async (tx) => {
        const title = titleId === undefined ? this.titleOf(asked) : await knownTitle(tx, titleId as TitleId);
        const serial = serialAfter(BLANK, asked, title.id);
        if (titleId === undefined) {
          const numbered = numberedBy(title, serial);
          await writeTitles(tx, { added: [numbered], changed: [] }, this.clock.now());
        }
        await tx.use(SerialsRepository).add(serial);
        return tx.use(SerialsRepository).view(title.id, this.clock.today());
      });
    } catch (error) {
      throw numberTaken(error);
    }
  }

  /** @throws Problem 404, 412, 400 with every place that is wrong, 409 for numbers that another serial has */
  async change(
    caller: Caller,
    id: TitleId,
    version: number,
    asked: SerialChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    try {
      return await this.once.run(request, 200, async (tx) => {
        const serials = tx.use(SerialsRepository);
        const title = await tx.use(TitlesRepository).lockedToDescribe(id);
        const serial = await serials.locked(id);
        if (serial === null) throw unknownThing();
        if (title === null) throw (await mergedTitle(tx, id, 409)) ?? unknownThing();
        refuseIfStale(version, serial.version);
        const next = { ...serialAfter(serial, asked, id), version: serial.version + 1 };
        const described = numberedBy(describedAfter(title, asked), next);
        const changes = changesBetween(factsOf(title, serial), factsOf(described, next));
        if (changes.length > 0) {
          const how = { on: this.clock.today(), by: caller.id, seenIn: asked.seenIn ?? null, changes };
          await this.redescribe(tx, title, described, how);
          await serials.change(next, how);
          if (changes.some(({ field }) => field === 'pattern'))
            await expectAnew(tx, id, next.pattern, how.on);
        }
        return serials.view(id, this.clock.today());
      });
    } catch (error) {
      throw numberTaken(error);
    }
  }

  private async redescribe(
    tx: Tx,
    before: Title,
    after: Title,
    { on: day, by }: { readonly on: CalendarDay; readonly by: string },
  ): Promise<void> {
    if (isSameDescription(before, after)) return;
    const changed = redescribed(before, after);
    await writeTitles(tx, { added: [], changed: [changed] }, this.clock.now());
    await reclassifyCopies(tx, before, changed.clc, { day, by });
  }

  private titleOf(asked: SerialAsked): Title {
    const blank = { ...describedOnlyBy(asked.title ?? ''), level: 'serial' };
    return describedAfter({ ...blank, id: newId<TitleId>(), version: 1 }, asked);
  }
}

const BLANK: Omit<Serial, 'titleId'> = {
  version: 1,
  kind: 'periodical',
  issn: null,
  postalCode: null,
  cnNumber: null,
  pattern: { every: 'month', weekdays: [], anchor: null, days: [], months: [], combined: [] },
  priceFen: null,
  audience: 'all',
  coreSubjects: [],
};

const knownTitle = async (tx: Tx, id: TitleId): Promise<Title> => {
  const title = await tx.use(TitlesRepository).forCopies(id);
  if (title === null) throw (await mergedTitle(tx, id, 409)) ?? unknownReference('/titleId');
  if (title.level !== 'serial') throw conflict('serial.title-is-no-serial');
  return title;
};

const describedAfter = (title: Title, asked: SerialAsked | SerialChange): Title => {
  const said = Object.fromEntries(
    OF_TITLE.flatMap((field) => (asked[field] === undefined ? [] : [[field, asked[field]]])),
  );
  const next = {
    ...title,
    ...describedAs(title, said),
    ...(asked.kind === undefined ? {} : { kind: asked.kind }),
  };
  // Who looks for it under its former name still finds it.
  return next.title === title.title || next.otherTitles.includes(title.title)
    ? next
    : { ...next, otherTitles: [...next.otherTitles, title.title].slice(-50) };
};

/** A title is found by the ISSN of its serial. */
const numberedBy = (title: Title, { issn }: Serial): Title =>
  issn === null || title.otherNumbers.includes(issn)
    ? title
    : { ...title, otherNumbers: [...title.otherNumbers, issn].slice(-50) };

const patternOf = (asked: PatternAsked): IssuePattern => ({
  every: asked.every,
  weekdays: asked.weekdays ?? [],
  anchor: (asked.anchor ?? null) as CalendarDay | null,
  days: asked.days ?? [],
  months: asked.months ?? (asked.every === 'month' ? ALL_MONTHS : []),
  combined: (asked.combined ?? []).map(({ first, last }) => ({ first, last })),
});

/** @throws Problem 400 with every place that is wrong */
const serialAfter = (
  before: Omit<Serial, 'titleId'>,
  asked: SerialAsked | SerialChange,
  titleId: TitleId,
): Serial => {
  const errors: BodyError[] = [];
  const next: Record<string, unknown> = { ...before, titleId };
  for (const field of OWN) if (asked[field] !== undefined) next[field] = asked[field];
  const read = (field: 'issn' | 'postalCode', reading: (text: string) => string | null): void => {
    const text = asked[field];
    if (text === undefined || text === null) return;
    next[field] = reading(text);
    if (next[field] === null) errors.push({ pointer: `/${field}`, code: 'malformed' });
  };
  read('issn', readIssn);
  read('postalCode', readPostalCode);
  if (asked.pattern !== undefined) {
    const pattern = patternOf(asked.pattern);
    next['pattern'] = pattern;
    for (const field of faultsOfPattern(pattern))
      errors.push({ pointer: `/pattern/${field}`, code: 'malformed' });
  }
  for (const field of ['kind', 'pattern', 'audience', 'coreSubjects'] as const)
    if (next[field] === null) errors.push({ pointer: `/${field}`, code: 'is-not-null' });
  if (errors.length > 0) throw invalid(...errors);
  return next as Serial;
};

const factsOf = (title: Title, serial: Serial): Record<string, unknown> => ({
  ...Object.fromEntries(OF_TITLE.map((field) => [field, title[field]])),
  ...Object.fromEntries(OWN.map((field) => [field, serial[field]])),
});

const numberTaken = (error: unknown): unknown => {
  const violated = violatedUnique(error);
  return violated !== null && violated !== undefined && violated in TAKEN
    ? conflict(TAKEN[violated as keyof typeof TAKEN])
    : error;
};
