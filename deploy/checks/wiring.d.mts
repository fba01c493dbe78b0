/** Where files are found and read; paths are relative to the repository, with `/`. */
export type Tree = {
  filesBelow(folders: readonly string[], wanted: (path: string) => boolean): string[];
  read(path: string): string;
};
export function wiring(tree?: Tree): Map<string, string>;
