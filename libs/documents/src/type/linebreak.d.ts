/** The package has no types of its own. */
declare module 'linebreak' {
  type Break = { readonly position: number; readonly required: boolean };
  class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
  export { LineBreaker as default };
}
