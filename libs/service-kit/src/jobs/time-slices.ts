import { setImmediate as afterOthers } from 'node:timers/promises';

/**
 * Long computing in slices: whoever computes says `pause` between two steps, and once the slice is used up everything else
 * that waits in the process (health checks, other requests, timers) comes first.
 */
export class TimeSlices {
  private startedAt = performance.now();

  constructor(private readonly sliceMs = 15) {}

  async pause(): Promise<void> {
    if (performance.now() - this.startedAt < this.sliceMs) return;
    await afterOthers();
    this.startedAt = performance.now();
  }
}
