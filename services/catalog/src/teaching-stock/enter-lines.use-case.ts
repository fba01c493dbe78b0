import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type BodyError,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, SchoolId, TitleId } from '@shulian/contracts/ids';
import { isUUID } from 'class-validator';
import { TitlesRepository } from '../titles/titles.repository.js';
import { holderFault, isTeachingMaterial, type Holder, type TeachingLine } from './rules/teaching-line.js';
import type {
  HolderAsked,
  TeachingLineAsked,
  TeachingLinesAsked,
  TeachingLinesEntered,
} from './teaching-stock.http.js';
import { linesOf } from './teaching-stock.query.js';
import { TeachingStockRepository } from './teaching-stock.repository.js';
import { writeLines } from './write-lines.step.js';

/** Enters lines of teaching material: nothing goes out that did not come in, and nothing comes back that did not go out. */
@Injectable()
export class EnterLines {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 400 with every line whose holder is missing or not to be, 422 for an unknown term or title, 409 for a title of
   * another kind, for more than is on hand or with the holder
   */
  async execute(
    input: TeachingLinesAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const errors = input.lines.flatMap(faultOf);
    if (errors.length > 0) throw invalid(...errors);
    const onDay = (input.onDay ?? this.clock.today()) as CalendarDay;
    return this.oncePerKey.run(request, 201, async (tx): Promise<TeachingLinesEntered> => {
      const stock = tx.use(TeachingStockRepository);
      if (!(await stock.hasTerm(schoolId, input.termId))) throw unknownReference('/termId');
      const ids = [...new Set(input.lines.map(({ titleId }) => titleId))] as TitleId[];
      const titles = new Map((await tx.use(TitlesRepository).many(ids)).map((title) => [title.id, title]));
      const unknown = input.lines.findIndex(({ titleId }) => !titles.has(titleId as TitleId));
      if (unknown >= 0) throw unknownReference(`/lines/${String(unknown)}/titleId`);
      if ([...titles.values()].some(({ kind }) => !isTeachingMaterial(kind)))
        throw conflict('teaching-stock.other-kind');
      const lines = input.lines.map((line): TeachingLine => ({
        id: newId(),
        schoolId,
        titleId: line.titleId as TitleId,
        termId: input.termId,
        what: line.what,
        quantity: line.quantity,
        holder: holderOf(line.holder),
        onDay,
        note: line.note ?? null,
        by,
        counterOf: null,
      }));
      await writeLines(tx, schoolId, lines);
      return {
        items: await linesOf(
          tx.session,
          lines.map(({ id }) => id),
        ),
      };
    });
  }
}

const holderOf = (asked: HolderAsked | undefined): Holder | null => {
  if (asked === undefined) return null;
  return { kind: asked.kind, ref: asked.kind === 'office' ? asked.ref : asked.ref.toLowerCase() };
};

/** A class and a teacher are known by their ids: no name of a person stands here. */
const faultOf = ({ what, holder }: TeachingLineAsked, at: number): BodyError[] => {
  const pointer = `/lines/${String(at)}/holder`;
  const fault = holderFault(what, holderOf(holder));
  if (fault !== null) return [{ pointer, code: fault }];
  return holder !== undefined && holder.kind !== 'office' && !isUUID(holder.ref)
    ? [{ pointer: `${pointer}/ref`, code: 'is-uuid' }]
    : [];
};
