/** Why a server cannot run here, said in both languages to whoever started it. */
export class ServerTrouble extends Error {
  override readonly name: string = 'ServerTrouble';

  constructor(
    readonly says: { readonly zh: string; readonly en: string },
    options?: ErrorOptions,
  ) {
    super(says.en, options);
  }
}
