let quiet = false;

/**
 * kafkajs 2.2.4 sets timers of negative length, and Node 24 warns of each one; the delay becomes 1 ms and nothing is
 * wrong (kafkajs #1751, ADR 0008). Only that one warning is kept silent.
 */
export function quietNegativeTimers(): void {
  if (quiet) return;
  quiet = true;
  const warn = process.emitWarning.bind(process) as (...words: unknown[]) => void;
  process.emitWarning = ((...words: unknown[]) => {
    if (!words.includes('TimeoutNegativeWarning')) warn(...words);
  }) as typeof process.emitWarning;
}
