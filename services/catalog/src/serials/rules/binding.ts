import type { SerialKind } from './serial.js';

/** What is bound into one volume: a month of a newspaper, a year of a periodical (P-31). */
export type Run = {
  readonly kind: SerialKind;
  readonly year: number;
  /** 0: the whole year. */
  readonly month: number;
  readonly issues: number;
  readonly received: number;
  /** Of the issue of which fewest copies are there. */
  readonly copies: number;
  readonly firstLabel: string;
  readonly lastLabel: string;
};

export type BindingRefusal = {
  readonly code: 'binding.nothing-received' | 'binding.incomplete' | 'binding.too-few-copies';
  readonly severity: 'deny' | 'confirm';
  readonly overridable: boolean;
  readonly facts?: Readonly<Record<string, number>>;
};

/** Why a run is not bound, all reasons at once; null: the school has nothing of it; one that misses issues is, when somebody says why. */
export const bindingRefusals = (
  run: Run | null,
  volumes: number,
  incompleteReason: string | null,
): BindingRefusal[] => {
  if (run === null || run.received === 0)
    return [{ code: 'binding.nothing-received', severity: 'deny', overridable: false }];
  const missing = run.issues - run.received;
  return [
    ...(missing > 0 && incompleteReason === null
      ? [{ code: 'binding.incomplete', severity: 'confirm', overridable: true, facts: { missing } } as const]
      : []),
    ...(volumes > run.copies
      ? [
          {
            code: 'binding.too-few-copies',
            severity: 'deny',
            overridable: false,
            facts: { copies: run.copies },
          } as const,
        ]
      : []),
  ];
};

/** How a bound volume is called in the registers and on its spine. */
export const volumeOf = ({ year, month, firstLabel, lastLabel }: Run): string => {
  if (month > 0) return `${String(year)}年${String(month)}月`;
  const [first = ''] = firstLabel.split('-');
  const last = lastLabel.split('-').at(-1) ?? '';
  return first === last ? `${String(year)}年第${first}期` : `${String(year)}年第${first}-${last}期`;
};

/** What a volume is worth: what its issues cost a year, a twelfth of it for a month; to the fen. */
export const priceOf = (priceFenAYear: number, month: number): number =>
  month === 0 ? priceFenAYear : Math.round(priceFenAYear / 12);
