import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  OncePerKey,
  newId,
  type Answer,
  type BodyError,
  type DeskRequest,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { pointTitles } from '../authority/point-titles.step.js';
import { readClc } from '../classification/rules/clc-notation.js';
import { doubtOf } from '../classification/rules/doubtful-class.js';
import { carrierOfKind, isCarriedSo, kindOf } from './rules/material-kind.js';
import { describedOnlyBy, type Title, type TitleDescription } from './rules/title.js';
import { sortedIsbns, withFinding } from './title-finding.use-case.js';
import { titleDescribed } from './title.events.js';
import { toTitleView, type TitleAsked, type TitleChange } from './titles.http.js';
import { TitlesRepository } from './titles.repository.js';

/** Describes a title of the county catalogue for the first time. An ISBN that is there already is no reason to refuse. */
@Injectable()
export class DescribeTitle {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  async execute(input: TitleAsked, request: DeskRequest | null): Promise<Answer> {
    const title: Title = {
      ...describedAs({ ...describedOnlyBy(input.title), kind: null }, withKind(input)),
      id: newId<TitleId>(),
      version: 1,
    };
    const found = withFinding(title);
    return this.oncePerKey.run(request, 201, async (tx) => {
      await tx.use(TitlesRepository).add([found], this.clock.now());
      await pointTitles(tx, [title]);
      await tx.outbox.append(titleDescribed(title));
      return toTitleView(title, [], false);
    });
  }
}

/** Who does not say what a title is says it by level and carrier, as far as they tell it. */
const withKind = (input: TitleAsked): TitleAsked => ({
  ...input,
  ...(input.kind === undefined ? { kind: kindOf(input.level ?? 'monograph', input.carrier ?? 'print') } : {}),
});

/**
 * The description after what was asked for is put in: class numbers in their normal form, ISBNs with 13 digits.
 * @throws Problem 400 with every place that is wrong
 */
export const describedAs = (present: TitleDescription, input: TitleAsked | TitleChange): TitleDescription => {
  const errors: BodyError[] = [];
  const next: Record<string, unknown> = { ...present };
  const { acceptDoubtfulClass = false, ...fields } = input;
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) next[field] = value;

  if (input.isbns !== undefined) {
    const { isbns, invalid: wrong } = sortedIsbns(input.isbns);
    for (const text of wrong)
      errors.push({ pointer: `/isbns/${String(input.isbns.indexOf(text))}`, code: 'isbn-invalid' });
    next['isbns'] = isbns;
  }
  if (input.clc !== undefined && input.clc !== null) {
    const read = readClc(input.clc);
    if (read.is === 'valid') next['clc'] = read.notation;
    const doubt = doubtOf(input.clc);
    // One that stands there already was insisted on, or came with a file: it keeps nobody from other corrections.
    const isMeant = doubt === null || acceptDoubtfulClass || next['clc'] === present.clc;
    if (read.is === 'invalid') errors.push({ pointer: '/clc', code: 'clc.invalid' });
    else if (!isMeant) errors.push({ pointer: '/clc', code: doubt });
  }
  const described = next as TitleDescription;
  if (input.kind !== undefined && input.kind !== null) {
    // The carrier follows the kind, unless somebody says both.
    if (input.carrier === undefined && !isCarriedSo(described))
      next['carrier'] = carrierOfKind(input.kind)?.[0] ?? described.carrier;
    if (!isCarriedSo(described)) errors.push({ pointer: '/kind', code: 'not-of-carrier' });
  } else if (!isCarriedSo(described)) next['kind'] = kindOf(described.level, described.carrier);
  for (const field of [
    'title',
    'otherTitles',
    'contributors',
    'isbns',
    'languages',
    'series',
    'subjects',
    'notes',
  ] as const)
    if (next[field] === null) errors.push({ pointer: `/${field}`, code: 'is-not-null' });
  if (errors.length > 0) throw invalid(...errors);
  return next as TitleDescription;
};
