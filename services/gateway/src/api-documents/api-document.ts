type Tree = Readonly<Record<string, unknown>>;

/** As much of an OpenAPI document as merging needs. */
export type ApiDocument = {
  readonly openapi: string;
  /** Groups of operations, with their names. */
  readonly tags?: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Tree>>;
  readonly components?: {
    readonly schemas?: Tree;
    readonly responses?: Tree;
    readonly securitySchemes?: Tree;
  };
};
