/** A reason of the rules of buying to say no, or to ask first; the doors show it as it is. */
export type BuyingRefusal<Code extends string> = {
  readonly code: Code;
  readonly severity: 'deny' | 'confirm';
  readonly overridable: boolean;
  readonly facts?: Readonly<Record<string, string | number>>;
};

type Facts = Readonly<Record<string, string | number>>;

/** Nobody goes past it. */
export const deny = <Code extends string>(code: Code, facts?: Facts): BuyingRefusal<Code> => ({
  code,
  severity: 'deny',
  overridable: false,
  ...(facts === undefined ? {} : { facts }),
});

/** Who says why goes past it. */
export const askWhy = <Code extends string>(code: Code, facts: Facts): BuyingRefusal<Code> => ({
  code,
  severity: 'confirm',
  overridable: true,
  facts,
});
