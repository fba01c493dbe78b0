import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  newId,
  OncePerKey,
  Problem,
  refuseIfStale,
  unknownReference,
  type Answer,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { copyChanged } from '../accession/copy.events.js';
import { marksFollow } from '../audience/marks-follow.step.js';
import { recountTitles } from '../registers/recount-titles.step.js';
import { mergedTitle } from '../titles/merged-title.step.js';
import { isSameDescription, mergedDescription, redescribed, type Title } from '../titles/rules/title.js';
import { fingerprintHashOf } from '../titles/title-finding.use-case.js';
import { TitlesRepository } from '../titles/titles.repository.js';
import { writeTitles } from '../titles/write-titles.use-case.js';
import { titleMerged } from './title-merge.events.js';
import type { MergeAsked, MergeView } from './title-merges.http.js';
import { mergeView } from './title-merges.query.js';
import { TitleMergesRepository } from './title-merges.repository.js';

/** One transaction moves them all, each with its event: more than a county has of its commonest reader. */
const MOST_COPIES = 20_000;

/** Two titles turned out to be one: the first goes into the second, with its copies and what it knows that the other lacks. */
@Injectable()
export class MergeTitles {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for one title, 422, 409 `title.merged`, `title-merge.too-large`, 412 */
  execute(input: MergeAsked, by: string, request: DeskRequest | null): Promise<Answer> {
    if (input.titleId === input.intoTitleId)
      throw invalid({ pointer: '/intoTitleId', code: 'is-another-title' });
    return this.oncePerKey.run(request, 201, async (tx): Promise<MergeView> => {
      const { from, into } = await bothOf(tx, input);
      refuseIfStale(input.version, from.version);
      refuseIfStale(input.intoVersion, into.version);
      const merges = tx.use(TitleMergesRepository);
      const copies = await merges.copiesOf(from.id, MOST_COPIES + 1);
      if (copies.length > MOST_COPIES)
        throw new Problem(409, 'title-merge.too-large', { facts: { most: MOST_COPIES } });

      const [day, at] = [this.clock.today(), this.clock.now()];
      const described = mergedDescription(into, from, 'other');
      const after = isSameDescription(into, described) ? into : redescribed(into, described);
      if (after !== into) await writeTitles(tx, { added: [], changed: [after] }, at);
      const moved = await merges.moveCopies(copies, into.id);
      await marksFollow(tx, from.id, into.id);
      const version = await merges.absorb(from.id, into.id);
      await merges.shareShelves(from.id, into.id);
      const id = newId();
      const ids = copies.map((copy) => copy.id);
      const { id: _, version: __, ...intoBefore } = into;
      const movedCover = await merges.moveCover(from.id, into.id);
      await merges.add(
        { id, titleId: from.id, intoTitleId: into.id, intoVersion: after.version, intoBefore, movedCover },
        ids,
        { at, by },
      );
      await recountTitles(tx, ids, into.id, { day, by, titles: -1 });
      await tx.outbox.append(
        titleMerged(from.id, into.id, version),
        ...moved.map((copy, n) => copyChanged(copies[n] ?? copy, copy)),
      );
      return mergeView(tx.session, id);
    });
  }
}

/** Both titles, locked. An import that describes either of them waits. */
const bothOf = async (
  tx: Tx,
  { titleId, intoTitleId }: MergeAsked,
): Promise<{ readonly from: Title; readonly into: Title }> => {
  const titles = tx.use(TitlesRepository);
  const ids = [titleId, intoTitleId] as TitleId[];
  await titles.reserve((await titles.many(ids)).map(fingerprintHashOf));
  const locked = await titles.locked(ids);
  const one = async (id: string, pointer: string): Promise<Title> => {
    const title = locked.find((each) => each.id === id);
    if (title === undefined) throw (await mergedTitle(tx, id as TitleId, 409)) ?? unknownReference(pointer);
    return title;
  };
  return { from: await one(titleId, '/titleId'), into: await one(intoTitleId, '/intoTitleId') };
};
