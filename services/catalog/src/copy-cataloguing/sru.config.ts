/** Where records of other libraries are asked for; null where nothing is configured. */
export type SruSettings = {
  readonly url: URL;
  /** The index of ISBNs, and the form of the records, as the server calls them. */
  readonly index: string;
  readonly schema: string;
};

/** @throws Error for an address that is none: it stops the start. */
export const sruSettings = (): SruSettings | null => {
  const {
    SHULIAN_SRU_URL: url = '',
    SHULIAN_SRU_INDEX: index = '',
    SHULIAN_SRU_SCHEMA: schema = '',
  } = process.env;
  if (url === '') return null;
  return {
    url: new URL(url),
    index: /^[\w.]+$/.test(index) ? index : 'bath.isbn',
    schema: schema === '' ? 'marcxml' : schema,
  };
};
