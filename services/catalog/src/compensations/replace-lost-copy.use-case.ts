import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  OncePerKey,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CompensationId, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { ProblemCode } from '@shulian/contracts/problems';
import { accessionCopies } from '../accession/accession-copies.use-case.js';
import { askedBarcode, markTaken } from '../accession/accession-copy.use-case.js';
import { CopiesRepository } from '../accession/copies.repository.js';
import type { Copy } from '../accession/rules/copy.js';
import type { FoundSchool } from '../from-readers/known-schools.query.js';
import { mergedTitle } from '../titles/merged-title.step.js';
import { TitlesRepository } from '../titles/titles.repository.js';
import type { ReplacementAsked } from './compensations.http.js';
import { CompensationsQuery } from './compensations.query.js';
import { CompensationsRepository, REPLACEMENT_ONCE } from './compensations.repository.js';
import { closingRefusal } from './rules/standing.js';
import { strikeLostCopies } from './strike-lost-copies.step.js';

/** A compensation that was settled by another copy: that is entered, the lost one struck, and the two belong together. */
@Injectable()
export class ReplaceLostCopy {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly compensations: CompensationsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 404 out of reach, 400 for a copy and the words of another, 422 for a copy or title that is not there, 409
   * with why the books cannot close it, `compensation.replacement-taken`, `copy.barcode-taken`, `title.merged`
   */
  async execute(
    caller: Caller,
    id: CompensationId,
    input: ReplacementAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const { copyId, documentNumber: _, ...described } = input;
    if (
      copyId !== undefined &&
      Object.values(described).some((value) => value !== undefined && value !== null)
    )
      throw invalid({ pointer: '/copyId', code: 'not-with-description' });
    const school = await this.compensations.schoolOf(id);
    if (school === null || !caller.mayWorkAt(school.id)) throw unknownThing();
    const day = this.clock.today();
    const documentNumber = input.documentNumber ?? null;
    try {
      return await this.oncePerKey.run(request, 201, async (tx) => {
        const account = tx.use(CompensationsRepository);
        const [of] = await account.copiesOf([id]);
        if (of === undefined) throw unknownThing();
        const title = copyId === undefined ? await titleFor(tx, of.copyId, input) : null;
        const locked = await tx
          .use(CopiesRepository)
          .lockedAll(copyId === undefined ? [of.copyId] : [of.copyId, copyId as CopyId]);
        const [standing] = await account.standingsOf([id]);
        const lost = locked.find((copy) => copy.id === of.copyId);
        if (standing === undefined || lost === undefined) throw unknownThing();
        const refusal = closingRefusal(standing, 'replacement');
        if (refusal !== null) throw conflict(refusal);
        const occasion = { day, by: caller.id, documentNumber };
        const replacement =
          title === null
            ? standingCopy(locked, copyId as CopyId, of)
            : await enter(tx, school, { lost, title, input }, occasion);
        const kept = await strikeLostCopies(tx, [standing], occasion);
        const code = kept.get(lost.id);
        if (code !== undefined) throw conflict(code as ProblemCode);
        await account.close([{ id, copyId: lost.id, replacementId: replacement.id }], day, caller.id);
        return account.view(id);
      });
    } catch (error) {
      throw violatedUnique(error) === REPLACEMENT_ONCE
        ? conflict('compensation.replacement-taken')
        : markTaken(error);
    }
  }
}

type TitleToEnter = NonNullable<Awaited<ReturnType<TitlesRepository['forCopies']>>>;

/** The title of what came: that of the lost copy where nobody says otherwise. */
const titleFor = async (tx: Tx, lostId: CopyId, { titleId }: ReplacementAsked): Promise<TitleToEnter> => {
  const asked = (titleId ?? (await tx.use(CompensationsRepository).titleOf(lostId))) as TitleId | null;
  if (asked === null) throw unknownThing();
  const title = await tx.use(TitlesRepository).forCopies(asked);
  if (title === null) throw (await mergedTitle(tx, asked, 409)) ?? unknownReference('/titleId');
  return title;
};

/** @throws Problem 422 for a copy that is the lost one, of another school, or struck */
const standingCopy = (
  locked: readonly Copy[],
  copyId: CopyId,
  of: { readonly schoolId: SchoolId; readonly copyId: CopyId },
): Copy => {
  const copy = locked.find(({ id }) => id === copyId);
  if (copy === undefined || copy.schoolId !== of.schoolId || copy.id === of.copyId || copy.withdrawn !== null)
    throw unknownReference('/copyId');
  return copy;
};

const enter = async (
  tx: Tx,
  school: FoundSchool,
  what: { readonly lost: Copy; readonly title: TitleToEnter; readonly input: ReplacementAsked },
  occasion: {
    readonly day: Copy['accessionedOn'];
    readonly by: string;
    readonly documentNumber: string | null;
  },
): Promise<Copy> => {
  const { lost, title, input } = what;
  const entry = {
    ...occasion,
    source: 'replacement',
    importId: null,
    note: String(lost.accessionNumber),
  } as const;
  const { copies } = await accessionCopies(tx, school, entry, [
    {
      titleId: title.id,
      barcode: input.barcode === undefined || input.barcode === null ? null : askedBarcode(input.barcode),
      clc: title.clc,
      bookNumber: null,
      callNumber: null,
      kind: input.kind ?? lost.kind,
      volume: input.volume ?? (title.id === lost.titleId ? lost.volume : null),
      location: lost.location,
      priceFen: input.priceFen ?? lost.priceFen ?? title.priceFen,
      stockState: null,
      formerNumber: null,
      foundAs: null,
    },
  ]);
  const [copy] = copies;
  if (copy === undefined) throw new Error('no copy was entered');
  return copy;
};
