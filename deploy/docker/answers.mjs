// The health check of a container: its service answers on its own port. `/healthz` says that it lives. Whether it is
// *ready* (its database, the bus) is another question, which `/readyz` answers: a service that waits for its database
// must not be killed for it, so only the gateway is asked that, for `docker compose up --wait`.
const path = process.argv[2] ?? '/healthz';
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 8080}${path}`, {
  signal: AbortSignal.timeout(8_000),
}).catch(() => undefined);
process.exit(answer?.ok === true ? 0 : 1);
