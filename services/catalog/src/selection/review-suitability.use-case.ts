import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  Problem,
  unknownReference,
  type Answer,
  type BodyError,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { SchoolId, SuitabilityReviewId, TitleId } from '@shulian/contracts/ids';
import { readClc } from '../classification/rules/clc-notation.js';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { readIsbn } from '../titles/isbn.adapter.js';
import type { Title } from '../titles/rules/title.js';
import { keyOfQuestion } from '../titles/title-finding.use-case.js';
import { TitlesRepository } from '../titles/titles.repository.js';
import { gradeFaults, type SuitabilityReview, type Work } from './rules/suitability.js';
import { SuitabilityReviewsRepository } from './suitability-reviews.repository.js';
import {
  toReviewView,
  type ReviewedWorkAsked,
  type ReviewsAsked,
  type SuitabilityReviewsMade,
} from './suitability-reviews.http.js';

/** Somebody looked at works before the school gets them; all of one call, or none. */
@Injectable()
export class ReviewSuitability {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 with every place that is wrong, 422 for titles that are not there */
  async execute(
    input: ReviewsAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const plain = input.items.map(plainWork);
    const errors = plain.flatMap(({ errors: each }) => each);
    if (errors.length > 0) throw invalid(...errors);
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    return this.once.run(request, 201, async (tx): Promise<SuitabilityReviewsMade> => {
      const works = await worksIn(tx, plain);
      const reviews = works.map((work, at): SuitabilityReview => {
        const item = input.items[at];
        if (item === undefined) throw new Error('a work for each that was asked for');
        return {
          ...work,
          id: newId<SuitabilityReviewId>(),
          schoolId,
          verdict: item.verdict,
          audience: item.audience ?? 'pupils',
          firstGrade: item.firstGrade ?? null,
          lastGrade: item.lastGrade ?? null,
          reviewer: input.reviewer,
          remark: item.remark ?? null,
          reviewedOn: this.clock.today(),
          reviewedBy: by,
          retracted: null,
        };
      });
      await tx.use(SuitabilityReviewsRepository).add(reviews);
      return { items: reviews.map(toReviewView) };
    });
  }
}

/** A work as it was said, read. */
export type PlainWork = Omit<Work, 'nameKey' | 'name'> & { readonly name: string | null };

export const plainWork = (
  item: ReviewedWorkAsked,
  at: number,
): PlainWork & { readonly errors: BodyError[] } => {
  const place = `/items/${String(at)}`;
  const errors: BodyError[] = gradeFaults({
    verdict: item.verdict,
    audience: item.audience ?? 'pupils',
    firstGrade: item.firstGrade ?? null,
    lastGrade: item.lastGrade ?? null,
  }).map(({ field, code }) => ({ pointer: `${place}/${field}`, code }));
  const isbn = item.isbn ?? null;
  const read = isbn === null ? null : readIsbn(isbn);
  if (isbn !== null && read === null) errors.push({ pointer: `${place}/isbn`, code: 'isbn-invalid' });
  const clc = item.clc ?? null;
  const notation = clc === null ? null : readClc(clc);
  if (notation !== null && notation.is !== 'valid')
    errors.push({ pointer: `${place}/clc`, code: 'clc.invalid' });
  return {
    titleId: (item.titleId ?? null) as TitleId | null,
    isbn: read?.isbn13 ?? null,
    name: item.name ?? null,
    contributor: item.contributor ?? null,
    publisher: item.publisher ?? null,
    clc: notation?.is === 'valid' ? notation.notation : null,
    errors,
  };
};

/** The works as the catalogue has them; what it does not have is what was said of it. */
export const worksIn = async (tx: Tx, plain: readonly PlainWork[]): Promise<Work[]> => {
  const named = plain.flatMap(({ titleId }) => titleId ?? []);
  const isbns = plain.flatMap(({ titleId, isbn }) => (titleId === null ? (isbn ?? []) : []));
  const byIsbn = await tx.use(SuitabilityReviewsRepository).titlesWith(isbns);
  const titles = new Map<string, Title>();
  for (const title of await tx.use(TitlesRepository).many([...named, ...byIsbn.values()]))
    titles.set(title.id, title);

  const unknown: BodyError[] = [];
  const nameless: BodyError[] = [];
  const works = plain.map((work, at): Work => {
    const known = work.titleId ?? (work.isbn === null ? undefined : byIsbn.get(work.isbn));
    const title = known === undefined ? undefined : titles.get(known);
    if (work.titleId !== null && title === undefined)
      unknown.push({ pointer: `/items/${String(at)}/titleId`, code: 'unknown' });
    const name = title?.title ?? work.name;
    if (name === null && work.titleId === null)
      nameless.push({ pointer: `/items/${String(at)}/name`, code: 'is-defined' });
    return {
      titleId: title?.id ?? null,
      isbn: work.isbn ?? title?.isbns[0] ?? null,
      name: name ?? '',
      nameKey: keyOfQuestion(name ?? ''),
      contributor: title?.contributors[0] ?? work.contributor,
      publisher: title?.publisher ?? work.publisher,
      clc: title?.clc ?? work.clc,
    };
  });
  if (nameless.length > 0) throw invalid(...nameless);
  if (unknown.length > 0) throw new Problem(422, 'request.unknown-reference', { errors: unknown });
  return works;
};
