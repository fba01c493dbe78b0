import { Injectable } from '@nestjs/common';
import type { CalendarDay, ReaderId, SchoolClassId } from '@shulian/contracts/ids';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import {
  conflict,
  invalid,
  OncePerKey,
  Problem,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { BlockLoans, type Destination, type Part } from '../block-loans/block-loans.step.js';
import type { GivenBackView } from '../block-loans/block-copies.http.js';
import { BlockManifestsRepository } from '../block-loans/block-manifests.repository.js';
import type { JourneyAsked, JourneyView } from './book-boxes.http.js';
import { BookBoxesRepository, toBoxCopy, type Box, type CopyOfBox } from './book-boxes.repository.js';
import { nextOnRoute } from './rules/route.js';

/** A box goes to a class or a reader, from the library or from whoever has it, and comes home in the end. */
@Injectable()
export class SendBox {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly blocks: BlockLoans,
  ) {}

  /**
   * What is with the holder goes on; what lies free in the library joins it; all else is named as left out.
   * @throws Problem 404, 400 for two receivers, 409 `book-box.closed`, `book-box.empty`, `book-box.no-route`, `book-box.there-already`;
   * Refused 409 `block.refused`
   */
  send(caller: Caller, id: string, input: JourneyAsked, request: DeskRequest | null): Promise<Answer> {
    if (input.classId !== undefined && input.readerId !== undefined)
      throw invalid({ pointer: '/readerId', code: 'not-with-class' });
    return this.oncePerKey.run(request, 201, async (tx): Promise<JourneyView> => {
      const boxes = tx.use(BookBoxesRepository);
      const box = await boxes.locked(id);
      if (box === null || !caller.reach.schools.has(box.schoolId)) throw unknownThing();
      if (box.closed) throw conflict('book-box.closed');
      const who = receiverOf(box, input);
      const holder = holderOf(box);
      if (holder?.id === who.id) throw conflict('book-box.there-already');
      const copies = await boxes.copies(id);
      const to: Destination = {
        purpose: 'box',
        targetId: id,
        who,
        place: input.place ?? null,
        note: input.note ?? null,
        dueOn: (input.dueOn ?? null) as CalendarDay | null,
      };
      const going = partsOf(id, copies, holder, to);
      if (going.length === 0) throw conflict('book-box.empty');
      const [manifestId = ''] = await this.blocks.move(tx, caller, box.schoolId, going);
      const goes = new Set(going.flatMap(({ barcodes }) => barcodes));
      const classId = who.kind === 'class' ? who.id : null;
      await boxes.save({
        ...box,
        classId,
        readerId: who.kind === 'reader' ? who.id : null,
        manifestId,
        lastClassId: classId ?? box.lastClassId,
        version: box.version + 1,
      });
      return {
        box: await boxes.view(id),
        manifest: await tx.use(BlockManifestsRepository).view(manifestId),
        leftOut: copies.filter(({ copyBarcode }) => !goes.has(copyBarcode ?? '')).map(toBoxCopy),
      };
    });
  }

  /** All that is still in it comes back to the library. @throws Problem 404, 409 `book-box.home` */
  async bringHome(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    const answer = await this.oncePerKey.run(request, 200, async (tx): Promise<GivenBackView> => {
      const boxes = tx.use(BookBoxesRepository);
      const box = await boxes.locked(id);
      if (box === null || !caller.reach.schools.has(box.schoolId)) throw unknownThing();
      const holder = holderOf(box);
      if (holder === null) throw conflict('book-box.home');
      const [part] = partsOf(id, await boxes.copies(id), holder, null);
      if (part !== undefined) await this.blocks.move(tx, caller, box.schoolId, [part]);
      await boxes.save({ ...box, classId: null, readerId: null, manifestId: null, version: box.version + 1 });
      return { returned: part?.barcodes.length ?? 0, left: 0 };
    });
    this.blocks.afterCommit();
    return answer;
  }
}

/** What is with the holder, and (when it goes somewhere) what lies free in the library. */
function partsOf(
  id: string,
  copies: readonly CopyOfBox[],
  holder: WhoBorrows | null,
  to: Destination | null,
): Part[] {
  const barcodesOf = (which: (copy: CopyOfBox) => boolean): string[] =>
    copies.filter(which).flatMap(({ copyBarcode }) => copyBarcode ?? []);
  const there = holder === null ? [] : barcodesOf(({ inBox }) => inBox);
  const joining = to === null ? [] : barcodesOf(({ liesFree }) => liesFree);
  const standsThere = ({ targetId }: { targetId: string | null }): boolean => targetId === id;
  return [
    ...(holder === null || there.length === 0
      ? []
      : [{ barcodes: there, from: { id: holder.id, who: holder, standsThere }, to }]),
    ...(joining.length === 0 ? [] : [{ barcodes: joining, from: null, to }]),
  ];
}

const holderOf = ({ classId, readerId }: Box): WhoBorrows | null =>
  classId !== null
    ? { kind: 'class', id: classId }
    : readerId !== null
      ? { kind: 'reader', id: readerId }
      : null;

function receiverOf({ route, lastClassId }: Box, { classId, readerId }: JourneyAsked): WhoBorrows {
  if (readerId !== undefined) return { kind: 'reader', id: readerId.toLowerCase() as ReaderId };
  const next = classId?.toLowerCase() ?? nextOnRoute(route, lastClassId);
  if (next === null) throw new Problem(409, 'book-box.no-route');
  return { kind: 'class', id: next as SchoolClassId };
}
