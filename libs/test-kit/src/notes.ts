import { appendFileSync } from 'node:fs';

/** A line for the end of the run: which server it ran against, or why something was skipped. Said once each. */
export const note = (kind: 'server' | 'skipped', text: string): void => {
  const file = process.env['SHULIAN_TEST_NOTES'];
  if (file === undefined) process.stderr.write(`${text}\n`);
  else appendFileSync(file, `${JSON.stringify({ kind, text })}\n`);
};
