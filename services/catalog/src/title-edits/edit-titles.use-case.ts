import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  Problem,
  Transaction,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import { TitlesRepository } from '../titles/titles.repository.js';
import { askedChange, askedSelection, refuseTooMany } from './asked-edit.use-case.js';
import { foreseenFinding } from './foreseen-finding.use-case.js';
import { editedTitles } from './rules/title-edit.js';
import { MOST_TITLES, type TitleEditAsked, type TitleEditView } from './title-edits.http.js';
import { titleEditView } from './title-edits.query.js';
import { TitleEditsRepository } from './title-edits.repository.js';
import { writeEdits } from './write-edits.step.js';

/** Says the same of many titles at once; each has what it was before in the journal. */
@Injectable()
export class EditTitles {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 409 `title-edit.too-large`, `title-edit.titles-differ`, `title-edit.nothing-to-do` */
  async execute(input: TitleEditAsked, by: string, request: DeskRequest | null): Promise<Answer> {
    const [selection, change] = [askedSelection(input), askedChange(input)];
    const { titleIds, ...filter } = selection;
    const foreseen = await this.transaction.run(async (tx) => {
      const ids = await tx.use(TitleEditsRepository).meant(selection, MOST_TITLES + 1);
      refuseTooMany(ids);
      return editedTitles(await tx.use(TitlesRepository).many(ids), change);
    });
    const found = await foreseenFinding(foreseen.map(({ after }) => after));
    return this.oncePerKey.run(request, 201, async (tx): Promise<TitleEditView> => {
      const edits = tx.use(TitleEditsRepository);
      const ids = await edits.meant(selection, MOST_TITLES + 1);
      refuseTooMany(ids);
      const lines = editedTitles(await tx.use(TitlesRepository).lockedAllToDescribe(ids), change);
      if (input.expectedTitles !== undefined && input.expectedTitles !== lines.length)
        throw new Problem(409, 'title-edit.titles-differ', { facts: { titles: lines.length } });
      if (lines.length === 0) throw conflict('title-edit.nothing-to-do');
      const [at, day, id] = [this.clock.now(), this.clock.today(), newId()];
      await writeEdits(
        tx,
        lines.map(({ title, after }) => [title, after]),
        { at, day, by },
        found,
      );
      const journal = titleIds === null ? { filter } : { titleIds: titleIds.length };
      await edits.add({ id, at, by, selection: journal, change, remark: input.remark ?? null }, lines);
      return titleEditView(tx.session, id);
    });
  }
}
