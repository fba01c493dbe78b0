import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { TABLE_FORMATS, tableAs } from './document.js';
import { aTable, manyRows } from './tables/a-table.builder.js';

// Who leaves a download half-way must not end the process: a rejection that nobody hears does, and fails this test.
it.each(TABLE_FORMATS.flatMap((format) => [0, 1, 2, 3, 5, 8].map((pieces) => ({ format, pieces }))))(
  'a reader who goes away after $pieces pieces of a $format disturbs nobody',
  async ({ format, pieces }) => {
    const { body } = tableAs(format, aTable({ rows: manyRows(450) }));
    const closed = once(body, 'close');
    for (let at = 0; at < pieces && !body.readableEnded; at += 1) {
      while (body.read() === null && !body.readableEnded)
        await Promise.race([once(body, 'readable'), closed]);
    }
    body.destroy();
    await closed;
    await pause(20);
    expect(body.destroyed).toBe(true);
  },
);
