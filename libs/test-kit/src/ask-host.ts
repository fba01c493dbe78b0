/** Asks the process that holds the servers of this run; the first asking starts the server. */
export const askHost = async <T>(path: '/postgres' | '/kafka' | '/folder'): Promise<T> => {
  const host = process.env['SHULIAN_TEST_SERVERS'];
  if (host === undefined) {
    throw new Error('no servers in this run: name the file *.int.spec.ts (or *.e2e.spec.ts below journeys/)');
  }
  const answer = await fetch(`${host}${path}`);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
};
