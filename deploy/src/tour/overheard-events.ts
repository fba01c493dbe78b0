export type OverheardEvent = { readonly id: string; readonly type: string; readonly text: string };

export type Overheard = {
  readonly events: readonly OverheardEvent[];
  /** Ends the stream; true when it had lasted until now. */
  readonly stop: () => Promise<boolean>;
};

/** Follows the event stream of the gateway (server-sent events) from now on. */
export async function followEvents(baseUrl: string, token: string): Promise<Overheard> {
  const abort = new AbortController();
  const response = await fetch(`${baseUrl}/api/v1/events`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  if (response.status !== 200 || !response.body)
    throw new Error(`GET /api/v1/events answered ${response.status}`);
  const events: OverheardEvent[] = [];
  const read = async (stream: ReadableStream<Uint8Array>): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of stream) {
      rest += decoder.decode(chunk, { stream: true });
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string): string =>
          block
            .split(/\r?\n/)
            .filter((line) => line.startsWith(`${name}:`))
            .map((line) => line.slice(name.length + 1).trimStart())
            .join('\n');
        const text = field('data');
        if (text === '') continue;
        const { type } = JSON.parse(text) as { type: string };
        events.push({ id: field('id'), type, text });
      }
    }
  };
  const lasted = read(response.body).then(
    () => false,
    () => abort.signal.aborted,
  );
  return {
    events,
    stop: () => {
      abort.abort();
      return lasted;
    },
  };
}
