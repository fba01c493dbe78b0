import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  Problem,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CentralPurchaseId, SchoolId } from '@shulian/contracts/ids';
import { limits } from '@shulian/contracts/limits';
import { PupilsQuery } from '../from-readers/pupils.query.js';
import { plainWork, worksIn } from '../selection/review-suitability.use-case.js';
import type {
  CentralLinesAsked,
  CentralPurchaseAsked,
  SharesAsked,
  SplitAsked,
} from './central-purchases.http.js';
import { CentralPurchasesRepository } from './central-purchases.repository.js';
import type { CentralPurchase } from './rules/central-purchase.js';
import { sharesByWeight, type Share } from './rules/shares.js';

/** The office drafts a purchase for its schools: lines, and how many volumes of each are whose. */
@Injectable()
export class PrepareCentralPurchase {
  constructor(
    private readonly once: OncePerKey,
    private readonly pupils: PupilsQuery,
    private readonly clock: Clock,
  ) {}

  draft(caller: Caller, input: CentralPurchaseAsked, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const id = newId<CentralPurchaseId>();
      await tx.use(CentralPurchasesRepository).add({
        id,
        version: 1,
        name: input.name,
        vendor: input.vendor,
        documentNumber: input.documentNumber ?? null,
        status: 'draft',
        createdOn: this.clock.today(),
        createdBy: caller.id,
        nextLine: 1,
        dispatchedOn: null,
        reason: null,
      });
      return tx.use(CentralPurchasesRepository).view(id);
    });
  }

  /** @throws Problem 404, 400 with every place that is wrong, 422 for titles that are not there, 409 `central-purchase.state-refused` */
  addLines(id: CentralPurchaseId, input: CentralLinesAsked, request: DeskRequest | null): Promise<Answer> {
    const plain = input.items.map(plainWork);
    const errors = plain.flatMap(({ errors: each }) => each);
    if (errors.length > 0) throw invalid(...errors);
    return this.changed(id, request, async (tx, purchase) => {
      const works = await worksIn(tx, plain);
      await tx.use(CentralPurchasesRepository).addLines(
        works.map((work, at) => {
          const item = input.items[at];
          if (item === undefined) throw new Error('a work for each that was asked for');
          return {
            ...work,
            purchaseId: id,
            number: purchase.nextLine + at,
            audience: item.audience ?? 'pupils',
            firstGrade: item.firstGrade ?? null,
            lastGrade: item.lastGrade ?? null,
            reviewer: input.reviewer,
            kind: item.kind ?? 'book',
            quantity: item.quantity,
            unitPriceFen: item.unitPriceFen,
          };
        }),
      );
      return { ...purchase, nextLine: purchase.nextLine + works.length };
    });
  }

  /** @throws Problem 404 also for a line that is not there, 409 `central-purchase.state-refused` */
  removeLine(id: CentralPurchaseId, number: number, request: DeskRequest | null): Promise<Answer> {
    return this.changed(id, request, async (tx, purchase) => {
      if (!(await tx.use(CentralPurchasesRepository).removeLine(id, number))) throw unknownThing();
      return purchase;
    });
  }

  /**
   * All lines are split by one rule, to the last volume.
   *
   * @throws Problem 404, 400 without what a rule needs, 422 for schools that are not there, 409 `central-purchase.state-refused`,
   * `central-purchase.nothing-to-split-by`, `central-purchase.share-too-large`
   */
  async split(id: CentralPurchaseId, input: SplitAsked, request: DeskRequest | null): Promise<Answer> {
    const weights = await this.weights(input);
    return this.changed(id, request, async (tx, purchase) => {
      const purchases = tx.use(CentralPurchasesRepository);
      await refuseUnknownSchools(tx, input.schools, '/schools');
      const shares = new Map<number, readonly Share[]>();
      for (const { number, quantity } of await purchases.shared(id)) {
        const own = sharesByWeight(quantity, weights);
        if (own === null) throw conflict('central-purchase.nothing-to-split-by');
        shares.set(number, own);
      }
      refuseTooLarge([...shares.values()].flat());
      await purchases.share(id, shares);
      return purchase;
    });
  }

  /** One line is split by hand. @throws Problem 404, 422, 409 `central-purchase.state-refused` */
  shareByHand(
    id: CentralPurchaseId,
    number: number,
    input: SharesAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const twice = input.items.flatMap(({ schoolId }, at) =>
      input.items.findIndex((other) => other.schoolId === schoolId) === at
        ? []
        : [{ pointer: `/items/${String(at)}/schoolId`, code: 'named-twice' }],
    );
    if (twice.length > 0) throw invalid(...twice);
    return this.changed(id, request, async (tx, purchase) => {
      const purchases = tx.use(CentralPurchasesRepository);
      if (!(await purchases.shared(id)).some((line) => line.number === number)) throw unknownThing();
      await refuseUnknownSchools(tx, input.items, '/items');
      const shares = input.items.map(({ schoolId, volumes }) => ({
        schoolId: schoolId as SchoolId,
        volumes,
      }));
      await purchases.share(id, new Map([[number, shares]]));
      return purchase;
    });
  }

  private async weights({ rule, schools }: SplitAsked): Promise<{ schoolId: SchoolId; weight: number }[]> {
    const errors = schools.flatMap(({ schoolId, need }, at) => [
      ...(schools.findIndex((other) => other.schoolId === schoolId) === at
        ? []
        : [{ pointer: `/schools/${String(at)}/schoolId`, code: 'named-twice' }]),
      ...((rule === 'by-need') === (typeof need === 'number')
        ? []
        : [
            {
              pointer: `/schools/${String(at)}/need`,
              code: rule === 'by-need' ? 'is-defined' : 'not-of-this-rule',
            },
          ]),
    ]);
    if (errors.length > 0) throw invalid(...errors);
    const pupils =
      rule === 'by-pupils' ? await this.pupils.ofSchools(schools.map(({ schoolId }) => schoolId)) : null;
    return schools.map(({ schoolId, need }) => ({
      schoolId: schoolId as SchoolId,
      weight: pupils === null ? (need ?? 0) : (pupils.get(schoolId) ?? 0),
    }));
  }

  /** A draft that is held while it is changed. */
  private changed(
    id: CentralPurchaseId,
    request: DeskRequest | null,
    change: (tx: Tx, purchase: CentralPurchase) => Promise<CentralPurchase>,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const purchases = tx.use(CentralPurchasesRepository);
      const purchase = await purchases.locked(id);
      if (purchase === null) throw unknownThing();
      if (purchase.status !== 'draft') throw conflict('central-purchase.state-refused');
      const next = await change(tx, purchase);
      await purchases.change({ ...next, version: purchase.version + 1 });
      return purchases.view(id);
    });
  }
}

const refuseUnknownSchools = async (
  tx: Tx,
  named: readonly { readonly schoolId: string }[],
  place: string,
): Promise<void> => {
  const unknown = await tx
    .use(CentralPurchasesRepository)
    .unknownSchools(named.map(({ schoolId }) => schoolId));
  const errors = named.flatMap(({ schoolId }, at) =>
    unknown.has(schoolId) ? [{ pointer: `${place}/${String(at)}/schoolId`, code: 'unknown' }] : [],
  );
  if (errors.length > 0) throw new Problem(422, 'request.unknown-reference', { errors });
};

/** A line of an order has 9,999 volumes at most, and one transaction sends all shares out. */
const refuseTooLarge = (shares: readonly Share[]): void => {
  if (shares.length > limits.sharesOfPurchase || shares.some(({ volumes }) => volumes > 9_999))
    throw conflict('central-purchase.share-too-large');
};
