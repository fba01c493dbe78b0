import { expect, it } from '@jest/globals';

import { tourReaders } from '../deploy/src/tour/tour-files.js';
import type { County } from './a-county.builder.js';
import type { Reader, School } from './a-school.builder.js';
import type { Follower } from './an-event-follower.builder.js';

const minutes = 60_000;
type Given = {
  readonly county: County;
  /** Where the main job was done. */
  readonly school: School;
  readonly everything: Follower;
  readonly onTheBus: () => Promise<string[]>;
};

/** Children's data stay where they belong; to be called within a `describe`, after the main job. */
export function overheard(given: () => Given): void {
  it(
    'no name and no card number of a reader is in any event or in any line of any log, and no query is logged',
    async () => {
      const { county, school, everything } = given();
      const sought = '查无此人的名字';
      await school.librarian.post('/api/v1/readers/search', { q: sought });
      await school.librarian.get(`/api/v1/titles?q=${encodeURIComponent(sought)}`);
      const own = await school.librarian.all<Reader>('/api/v1/readers');
      const secret = [
        ...own.flatMap(({ name, cardNumber }) => [name, cardNumber]),
        sought,
        encodeURIComponent(sought),
        county.admin.token ?? '',
        school.librarian.token ?? '',
      ];
      expect(secret.length).toBeGreaterThan(2 * tourReaders.length);

      const onTheBus = await given().onTheBus();
      const toldOutside = (await everything.silence()).map(({ text }) => text);
      const logged = await county.logLines();
      expect(onTheBus.length).toBeGreaterThanOrEqual(toldOutside.length);
      expect(logged.length).toBeGreaterThan(0);
      for (const [place, texts] of Object.entries({ onTheBus, toldOutside, logged })) {
        const leaks = texts.filter((text) => secret.some((word) => text.includes(word)));
        expect({ place, leaks: leaks.slice(0, 3) }).toEqual({ place, leaks: [] });
      }
      const withQuery = logged.filter((line) => /"(url|path|route)":"[^"]*\?/.test(line));
      expect(withQuery.slice(0, 3)).toEqual([]);
    },
    minutes,
  );
}
