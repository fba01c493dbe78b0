/** What a group of operations is called, by the first word of their paths. */
export type Tags = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
