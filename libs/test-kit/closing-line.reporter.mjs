import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Ends a run with the servers it ran against, the reasons of what was skipped, and as the very last line
 * `N passed, N failed, N skipped`. Workers leave their notes in a file (`SHULIAN_TEST_NOTES`, one JSON a line).
 */
class ClosingLine {
  #folder = mkdtempSync(join(tmpdir(), 'shulian-notes-'));
  #notes = join(this.#folder, 'notes');

  constructor() {
    appendFileSync(this.#notes, '');
    process.env.SHULIAN_TEST_NOTES = this.#notes;
  }

  onRunComplete(_contexts, results) {
    const lines = [
      ...this.#toldOf('server'),
      ...this.#toldOf('skipped').map((reason) => `Skipped: ${reason}`),
    ];
    rmSync(this.#folder, { recursive: true, force: true });
    // A file that could not even be loaded has no tests to count, and is a failure all the same.
    const checksFailed = process.env.SHULIAN_CHECKS_FAILED === 'true';
    if (checksFailed) lines.push('Failed: npm run check; its output stands above the tests');
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + (checksFailed ? 1 : 0);
    const skipped = results.numPendingTests + results.numTodoTests;
    lines.push(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
    // Jest's own summary and the stopping of the servers still follow: ours is said when the process ends.
    process.once('exit', () => writeSync(1, `\n${lines.join('\n')}\n`));
  }

  #toldOf(kind) {
    const notes = readFileSync(this.#notes, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    return [...new Set(notes.filter((note) => note.kind === kind).map((note) => note.text))];
  }
}

export { ClosingLine as default };
