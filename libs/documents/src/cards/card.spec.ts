import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { pdfTexts } from '@shulian/test-kit';
import { cardStocks } from '../sheets/stock.js';
import { cardSheets, type Card } from './card.js';

const textOf = async (cards: readonly Card[]): Promise<string[]> => {
  const stock = cardStocks.upright['a4-4'];
  const { body } = cardSheets(
    { title: '卡', language: 'zh', stock, startAt: 1, shift: { x: 0, y: 0 } },
    cards,
  );
  return pdfTexts(await buffer(body));
};
const ruled = {
  kind: 'ruled',
  columns: [
    { title: '借书人', share: 2 },
    { title: '归还日期', share: 1 },
  ],
} as const;

describe('cards', () => {
  it.each([
    [4, 1],
    [5, 2],
  ])('%i on sheets of four take %i', async (count, sheets) => {
    const cards = Array.from({ length: count }, (): Card => [{ kind: 'text', text: '呐喊', size: 12 }]);
    expect(await textOf(cards)).toHaveLength(sheets);
  });

  it('have all of a long title, broken, with lines to write on below it', async () => {
    const title = '一个关于友谊与生命的故事，'.repeat(8);
    const [page = ''] = await textOf([[{ kind: 'text', text: title, size: 12, indent: 8 }, ruled]]);
    const shown = page.replaceAll(/\s/g, '');
    expect(shown).toContain(title);
    expect(shown).toContain('借书人归还日期');
  });

  it('end with dots where even the smallest type has no room', async () => {
    const [page = ''] = await textOf([[{ kind: 'text', text: '很长'.repeat(900), size: 12 }, ruled]]);
    expect(page).toContain('…');
    expect(page).toContain('借书人');
  });
});
