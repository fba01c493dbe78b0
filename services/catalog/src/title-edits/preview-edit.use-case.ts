import { Injectable } from '@nestjs/common';
import { Transaction } from '@shulian/service-kit';
import { TitlesRepository } from '../titles/titles.repository.js';
import { askedChange, askedSelection, refuseTooMany } from './asked-edit.use-case.js';
import { editedTitles } from './rules/title-edit.js';
import {
  LINES_SHOWN,
  MOST_TITLES,
  type TitleEditPreview,
  type TitleEditPreviewAsked,
} from './title-edits.http.js';
import { TitleEditsRepository } from './title-edits.repository.js';

/** What a change of many titles would do; nothing is written. */
@Injectable()
export class PreviewEdit {
  constructor(private readonly transaction: Transaction) {}

  /** @throws Problem 400, 409 `title-edit.too-large` */
  execute(input: TitleEditPreviewAsked): Promise<TitleEditPreview> {
    const [selection, change] = [askedSelection(input), askedChange(input)];
    return this.transaction.run(async (tx) => {
      const edits = tx.use(TitleEditsRepository);
      const ids = await edits.meant(selection, MOST_TITLES + 1);
      refuseTooMany(ids);
      const lines = editedTitles(await tx.use(TitlesRepository).many(ids), change);
      const reclassified = lines.filter((line) => 'clc' in line.change).map(({ title }) => title.id);
      return {
        titles: lines.length,
        unchanged: ids.length - lines.length,
        copies: await edits.copiesInClassOf(reclassified),
        lines: lines.slice(0, LINES_SHOWN).map((line) => ({
          titleId: line.title.id,
          title: line.title.title,
          before: { ...line.before },
          after: { ...line.change },
          state: 'done' as const,
        })),
      };
    });
  }
}
