/** What parts the cells of a text file; the commas of a Chinese keyboard, too. */
export const separators = [',', '\t', ';', '|', '，', '；'] as const;
export type Separator = (typeof separators)[number];

/** The cells of one line, quotes respected; a quote that nobody closes goes to the end of the line. */
export function cellsOfLine(line: string, separator: Separator): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (isQuoted && sign === '"' && line[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

/**
 * The one separator of a file, by its row of headings: the one by which one of the first lines names most columns.
 * What stands in the cells of other rows does not count. Null when no line names a column.
 * @param known how many known columns a row names
 */
export function separatorOf(
  firstLines: readonly string[],
  known: (cells: readonly string[]) => number,
): Separator | null {
  let [best, most]: [Separator | null, number] = [null, 0];
  for (const separator of separators) {
    const named = Math.max(0, ...firstLines.map((line) => known(cellsOfLine(line, separator))));
    if (named > most) [best, most] = [separator, named];
  }
  return best;
}
