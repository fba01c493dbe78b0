import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A clock that a test sets: its file is looked at every tenth of a second. */
export type SetClock = {
  /** `SHULIAN_CLOCK` */
  readonly setting: string;
  dayIs(day: string): Promise<void>;
};

export const aClock = (day: string): SetClock => {
  const file = join(mkdtempSync(join(tmpdir(), 'clock-')), 'now');
  const set = (to: string): void => {
    writeFileSync(file, `${to}T02:00:00Z`);
  };
  set(day);
  return {
    setting: `@${file}`,
    dayIs: async (to) => {
      set(to);
      await new Promise((resolve) => setTimeout(resolve, 150));
    },
  };
};
