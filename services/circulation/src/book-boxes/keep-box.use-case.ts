import { Injectable } from '@nestjs/common';
import {
  conflict,
  newId,
  OncePerKey,
  refuseIfStale,
  Refused,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { BlockLoans, plainBarcodes } from '../block-loans/block-loans.step.js';
import { USUAL_SIZE, type BoxAsked, type BoxChange, type BoxView } from './book-boxes.http.js';
import { BookBoxesRepository, COPY_ONCE, type Box } from './book-boxes.repository.js';

/** Boxes are set up, packed and unpacked, and get their round. */
@Injectable()
export class KeepBox {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly blocks: BlockLoans,
  ) {}

  /** @throws Problem 422 for a class that the school has not */
  async add(caller: Caller, input: BoxAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const last = input.route?.at(-1);
    if (last !== undefined) await this.blocks.hasClass(schoolId, last);
    return this.oncePerKey.run(request, 201, async (tx) => {
      const boxes = tx.use(BookBoxesRepository);
      const box: Box = {
        id: newId(),
        schoolId,
        kind: input.kind,
        name: input.name,
        theme: input.theme ?? null,
        size: input.size ?? USUAL_SIZE,
        route: input.route ?? [],
        classId: null,
        readerId: null,
        manifestId: null,
        lastClassId: null,
        closed: false,
        version: 1,
      };
      if (!(await boxes.hasClasses(box.route, schoolId))) throw unknownReference('/route');
      await boxes.save(box);
      return boxes.view(box.id);
    });
  }

  /** @throws Problem 404 out of reach, 412, 422, 409 `book-box.not-empty` */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: BoxChange,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.of(caller, id, request, async (tx, box) => {
      refuseIfStale(version, box.version);
      const boxes = tx.use(BookBoxesRepository);
      if (input.closed === true && (box.manifestId !== null || (await boxes.copies(id)).length > 0))
        throw conflict('book-box.not-empty');
      const next: Box = {
        ...box,
        name: input.name ?? box.name,
        theme: input.theme === undefined ? box.theme : input.theme,
        size: input.size ?? box.size,
        route: input.route ?? box.route,
        closed: input.closed ?? box.closed,
        version: version + 1,
      };
      if (!(await boxes.hasClasses(next.route, box.schoolId))) throw unknownReference('/route');
      await boxes.save(next);
    });
  }

  /** @throws Problem 404, 409 `book-box.away`, `book-box.closed`, `book-box.full`, `book-box.copy-of-another`; Refused `block.refused` for unknown copies */
  async pack(
    caller: Caller,
    id: string,
    scanned: readonly string[],
    request: DeskRequest | null,
  ): Promise<Answer> {
    await this.blocks.arrivalOf(scanned);
    try {
      return await this.of(caller, id, request, async (tx, box) => {
        refuseAway(box);
        if (box.closed) throw conflict('book-box.closed');
        const boxes = tx.use(BookBoxesRepository);
        const barcodes = plainBarcodes(scanned);
        const known = await boxes.known(box.schoolId, barcodes);
        const unknown = barcodes.filter((barcode) => !known.has(barcode));
        if (unknown.length > 0)
          throw new Refused(
            'block.refused',
            unknown.map((barcode) => ({
              code: 'copy.unknown' as const,
              severity: 'deny' as const,
              overridable: false,
              facts: { barcode },
            })),
          );
        await boxes.pack(box, barcodes);
        if ((await boxes.copies(id)).length > box.size) throw conflict('book-box.full');
      });
    } catch (error) {
      throw violatedUnique(error) === COPY_ONCE ? conflict('book-box.copy-of-another') : error;
    }
  }

  /** @throws Problem 404, 409 `book-box.away`, 422 for copies that are not of the box */
  unpack(
    caller: Caller,
    id: string,
    scanned: readonly string[],
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.of(caller, id, request, async (tx, box) => {
      refuseAway(box);
      const barcodes = plainBarcodes(scanned);
      if ((await tx.use(BookBoxesRepository).unpack(id, barcodes)) < barcodes.length)
        throw unknownReference('/copyBarcodes');
    });
  }

  private of(
    caller: Caller,
    id: string,
    request: DeskRequest | null,
    work: (tx: Tx, box: Box) => Promise<void>,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<BoxView> => {
      const boxes = tx.use(BookBoxesRepository);
      const box = await boxes.locked(id);
      if (box === null || !caller.reach.schools.has(box.schoolId)) throw unknownThing();
      await work(tx, box);
      return boxes.view(id);
    });
  }
}

const refuseAway = ({ manifestId }: Box): void => {
  if (manifestId !== null) throw conflict('book-box.away');
};
