import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import { takeDocumentBack } from '../textbooks/take-document-back.step.js';
import { openPack } from './open-pack.step.js';
import type { TextbookUndoAsked } from './textbook-packs.http.js';
import { TextbookPacksRepository } from './textbook-packs.repository.js';

/** Takes the last step back: what was handed out is in the store again, what was counted is planned again. */
@Injectable()
export class UndoPack {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, 409 where nothing was done yet, or where the class has given some of it back */
  execute(
    caller: Caller,
    id: string,
    input: TextbookUndoAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      const { pack, lines } = await openPack(tx, caller, id, 'undo');
      const packs = tx.use(TextbookPacksRepository);
      const isOut = pack.status !== 'packed';
      if (isOut) {
        const its = { onDay: this.clock.today(), by: caller.id, note: input.note ?? null };
        await takeDocumentBack(tx, pack.schoolId, id, its);
      }
      await packs.move(
        { ...pack, status: isOut ? 'packed' : 'planned', issuedOn: null, checkedOn: null, checkedBy: null },
        lines.map((line) => ({ ...line, received: null, counted: isOut ? line.counted : null })),
      );
      return packs.view(id);
    });
  }
}
