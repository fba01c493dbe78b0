import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { note } from '@shulian/test-kit';
import { County } from './a-county.builder.js';
import { commandsOf, runGuide } from './a-guide.builder.js';
import { signIn, until } from './a-caller.builder.js';

const minutes = 60_000;
const ADMIN = 'the-first-minute-1';
let county: County;

beforeAll(async () => {
  const started = await County.start('postgres', { SHULIAN_ADMIN_PASSWORD: ADMIN }, true);
  if (started === null) throw new Error('PostgreSQL is always there');
  county = started;
}, 5 * minutes);
afterAll(() => (county as County | undefined)?.stop(), minutes);

const missing = ['bash', 'curl', 'jq'].filter((tool) => spawnSync(tool, ['--version']).status !== 0);
if (missing.length > 0) note('skipped', `the commands of the guides: there is no ${missing.join(', ')}`);
const withTools = missing.length > 0 ? describe.skip : describe;

withTools('the commands of the guides, as they are written', () => {
  // A checkout may be refused with its reasons, as the guides say; everything else must work.
  const isExpected = ({ status, url }: { status: number; url: string }): boolean =>
    (status >= 200 && status < 300) || (status === 409 && url.startsWith('/api/v1/checkouts'));

  it.each(['docs/api-guide.md', 'README.md', 'README.en.md'])(
    'of %s run',
    async (guide) => {
      const passwords = { admin: ADMIN, 'librarian-tx': county.samplePassword('librarian-tx') };
      const told = runGuide(guide, county, passwords);
      expect(told.filter((each) => !isExpected(each))).toEqual([]);
      expect(told).toHaveLength(commandsOf(guide).match(/\bcurl -/g)?.length ?? 0);
      const desk = await signIn(county.url, 'librarian-tx', passwords['librarian-tx']);
      // The last command of the READMEs stops the catalogue.
      if ((await county.standingOf('catalog')).state !== 'running') await county.control('start', 'catalog');
      await until(
        () => desk.ask('GET', '/api/v1/titles?limit=1'),
        ({ status }) => status === 200,
        minutes,
      );
      await desk.ask('POST', '/api/v1/returns', { body: { copyBarcode: 'TX000001' } });
    },
    3 * minutes,
  );
});
