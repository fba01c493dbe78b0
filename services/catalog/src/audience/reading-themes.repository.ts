import { In } from 'typeorm';
import type { Session } from '@shulian/service-kit';
import { readingThemeTable, type ReadingTheme } from './reading-theme.row.js';

/** The unique index that a second theme of a name runs into. */
export const THEME_ONCE = 'reading_theme_once';

export class ReadingThemesRepository {
  constructor(private readonly session: Session) {}

  async add(theme: ReadingTheme): Promise<void> {
    await this.session.manager.insert(readingThemeTable, theme);
  }

  /** Locked to the end of the transaction. */
  locked(id: string): Promise<ReadingTheme | null> {
    return this.session.manager.findOne(readingThemeTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(theme: ReadingTheme): Promise<void> {
    await this.session.manager.update(readingThemeTable, { id: theme.id }, theme);
  }

  many(ids: readonly string[]): Promise<ReadingTheme[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : this.session.manager.find(readingThemeTable, { where: { id: In([...ids]) } });
  }
}
