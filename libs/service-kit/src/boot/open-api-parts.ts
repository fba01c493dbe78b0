/** As much of OpenAPI 3.1 as is completed here. */
export type SchemaObject = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly description?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly items?: SchemaObject;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaObject>>;
  readonly additionalProperties?: boolean | SchemaObject;
  readonly allOf?: readonly SchemaObject[];
  readonly anyOf?: readonly SchemaObject[];
  readonly oneOf?: readonly SchemaObject[];
};
export type ParameterObject = { readonly name: string; readonly in: string; schema?: SchemaObject };
export type MediaType = { schema?: SchemaObject; example?: unknown };
export type ResponseObject = {
  description: string;
  headers?: Record<string, unknown>;
  content?: Record<string, MediaType>;
  [extension: `x-${string}`]: unknown;
};
export type OperationObject = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  parameters?: ParameterObject[];
  requestBody?: { content: Record<string, MediaType> };
  responses: Record<string, ResponseObject | { readonly $ref: string }>;
  security?: Record<string, string[]>[];
  [extension: `x-${string}`]: unknown;
};
/** A group of operations; `x-title` is its name in both languages. */
export type TagObject = {
  readonly name: string;
  readonly description?: string;
  readonly 'x-title'?: { readonly zh: string; readonly en: string };
};
export type Schemas = Readonly<Record<string, SchemaObject>>;
