import { CountByCaller } from './count-by-caller.js';
import { busy } from './slots.js';

/** Places for what may take long: so many in all, and so many of one caller, nobody waits. */
export class LongSlots {
  private readonly taken = new CountByCaller();

  constructor(private readonly bounds: { readonly slots: number; readonly perCaller: number }) {}

  /** @returns what gives the place back, once @throws Problem 503 `service.busy` */
  enter(caller: string): () => void {
    const { taken, bounds } = this;
    if (taken.total >= bounds.slots || taken.of(caller) >= bounds.perCaller) throw busy();
    taken.add(caller);
    let left = false;
    return () => {
      if (!left) taken.remove(caller);
      left = true;
    };
  }
}
