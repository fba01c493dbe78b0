import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  Transaction,
  unknownThing,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { Title } from '../titles/rules/title.js';
import { TitlesRepository } from '../titles/titles.repository.js';
import { foreseenFinding } from './foreseen-finding.use-case.js';
import { restoredTitle } from './rules/title-edit.js';
import type { TitleEditView } from './title-edits.http.js';
import { titleEditView } from './title-edits.query.js';
import { TitleEditsRepository, type EditLine } from './title-edits.repository.js';
import { writeEdits } from './write-edits.step.js';

/** Gives titles back what they were before a change; one that somebody changed since, or merged, is left as it is, and told. */
@Injectable()
export class UndoEdit {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `title-edit.undone`, `title-edit.built-on` where every title was changed since */
  async execute(id: string, by: string, request: DeskRequest | null): Promise<Answer> {
    const foreseen = await this.transaction.run(async (tx) => {
      const lines = await tx.use(TitleEditsRepository).lines(id);
      return restored(lines, await tx.use(TitlesRepository).many(lines.map(({ titleId }) => titleId)));
    });
    const found = await foreseenFinding(foreseen.map(([, after]) => after));
    return this.oncePerKey.run(request, 200, async (tx): Promise<TitleEditView> => {
      const edits = tx.use(TitleEditsRepository);
      const edit = await edits.locked(id);
      if (edit === null) throw unknownThing();
      if (edit.isUndone) throw conflict('title-edit.undone');
      const lines = await edits.lines(id);
      const titles = await tx.use(TitlesRepository).lockedAllToDescribe(lines.map(({ titleId }) => titleId));
      const changes = restored(lines, titles);
      if (changes.length === 0) throw conflict('title-edit.built-on');
      const at = this.clock.now();
      await writeEdits(tx, changes, { at, day: this.clock.today(), by }, found);
      await edits.undone(
        id,
        changes.map(([title]) => title.id),
        { at, by },
      );
      return titleEditView(tx.session, id);
    });
  }
}

const restored = (
  lines: readonly EditLine[],
  titles: readonly Title[],
): (readonly [before: Title, after: Title])[] => {
  const known = new Map(titles.map((title) => [title.id, title]));
  return lines.flatMap((line): (readonly [Title, Title])[] => {
    const title = known.get(line.titleId);
    const after = title === undefined ? null : restoredTitle(title, line);
    return title === undefined || after === null ? [] : [[title, after]];
  });
};
