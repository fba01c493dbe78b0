/** Schools that are named together, so that a grant can hold at all of them. */
export type SchoolCluster = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** In the order of their ids. */
  readonly schoolIds: readonly string[];
};

/** As many as fit into a token beside other grants. */
export const MOST_SCHOOLS = 60;
