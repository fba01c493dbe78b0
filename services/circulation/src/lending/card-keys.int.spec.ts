import { describe, expect, it } from '@jest/globals';
import { startForTests } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { CARD_KEY } from '../a-county.builder.js';
import { circulationDefinition } from '../circulation.module.js';

describe('the key of the cards', () => {
  it('is the one circulation began with: under another one every card would be unknown, so it does not start', async () => {
    const database = await freshDatabase('circulation_card_key');
    const first = await startForTests(circulationDefinition, { ownerUrl: database.ownerUrl });
    await first.stop();
    process.env['SHULIAN_CARD_KEY'] = 'another key of the cards';
    try {
      await expect(
        startForTests(circulationDefinition, { ownerUrl: database.ownerUrl, migrated: true }),
      ).rejects.toThrow('SHULIAN_CARD_KEY: not the secret that this database began with');
    } finally {
      process.env['SHULIAN_CARD_KEY'] = CARD_KEY;
      await database.drop();
    }
  });
});
