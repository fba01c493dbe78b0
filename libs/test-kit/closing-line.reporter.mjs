import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** So many suites are named by what they cost: docs/testing.md says what each tier may. */
const SLOWEST = 12;
/** How long what the specs left open may keep the run alive: the servers stop within it. */
const LAST_WORD_MS = 60_000;

/**
 * Ends a run with what its tiers and slowest suites cost, the servers it ran against, the reasons of what was skipped, and as the very last line
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
      ...costsOf(results.testResults),
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
    // Holds nothing open itself: it comes to its time only when something else does, and then names it.
    setTimeout(() => {
      const open = leftOpen();
      lines.unshift(...open.map((what) => `Left open by a spec: ${what}`));
      // A timer alone holds nothing of anybody's; a process, a server or a connection that a test leaves is a fault.
      process.exit(failed > 0 || open.length > 1 ? 1 : 0);
    }, LAST_WORD_MS).unref();
  }

  #toldOf(kind) {
    const notes = readFileSync(this.#notes, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    return [...new Set(notes.filter((note) => note.kind === kind).map((note) => note.text))];
  }
}

/** Seconds of each tier, which overlap where suites run beside each other, and of the slowest suites. */
function costsOf(suites) {
  const seconds = ({ perfStats }) => perfStats.runtime / 1_000;
  const tiers = Map.groupBy(suites, ({ displayName }) => displayName?.name ?? '');
  const tierLines = [...tiers].map(([tier, ofTier]) => {
    const sum = ofTier.reduce((all, suite) => all + seconds(suite), 0);
    return `${tier}: ${ofTier.length} suites, ${Math.round(sum)} s`;
  });
  if (suites.length <= SLOWEST) return tierLines;
  const slowest = suites.toSorted((one, other) => seconds(other) - seconds(one)).slice(0, SLOWEST);
  return [
    ...tierLines,
    ...slowest.map(
      (suite) => `  ${Math.round(seconds(suite))} s  ${relative(process.cwd(), suite.testFilePath)}`,
    ),
  ];
}

/** What keeps this process alive: the kinds of all of it, then each process, server and connection. */
function leftOpen() {
  const named = process._getActiveHandles().flatMap((handle) => {
    const kind = handle.constructor.name;
    if (kind === 'ChildProcess') return [`process ${handle.pid} ${handle.spawnargs.join(' ')}`];
    if (kind === 'Server') return [`server at ${JSON.stringify(handle.address())}`];
    // The pipes of this process itself have no address.
    return handle.remoteAddress === undefined
      ? []
      : [
          `connection from ${handle.localAddress}:${handle.localPort} to ${handle.remoteAddress}:${handle.remotePort}`,
        ];
  });
  return [process.getActiveResourcesInfo().join(', '), ...named];
}

export { ClosingLine as default };
