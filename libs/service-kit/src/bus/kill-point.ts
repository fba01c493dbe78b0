/** Places at which a crash test may kill the process, to prove what is left behind (failure matrix). */
export type KillPoint =
  | 'command.beforeCommit'
  | 'command.afterCommit'
  | 'relay.beforePublish'
  | 'relay.afterPublish'
  | 'handler.beforeCommit'
  | 'handler.afterCommit';

let armed = '';

/** Arms one kill point; only from configuration, only in crash tests. */
export const armKillPoint = (point: string): void => {
  armed = point;
};

/** Dies here, at once and without clean-up, if the point is armed. */
export const killPoint = (point: KillPoint): void => {
  if (point === armed) process.kill(process.pid, 'SIGKILL');
};
